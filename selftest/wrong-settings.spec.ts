import { mkdirSync, writeFileSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { closedPort } from './local-servers'
import { certificateFor, fileWith } from './wrong-settings/certificates'
import { command, type Ended } from './wrong-settings/command'
import { always, pages, proxySaying, sockets, tenantPages, type Counted } from './wrong-settings/servers'

test.describe.configure({ mode: 'parallel' })

type Settings = Readonly<Record<string, string>>

const secret = 'hush-hush-4711-very-secret'
const credentials: Settings = { TENANT_CLIENT_ID: 'an-id', TENANT_CLIENT_SECRET: secret }

/** The command gave up with one message that names the setting, and told nothing it should not. */
const gaveUp = ({ status, said, milliseconds }: Ended, says: RegExp) => {
  const messages = said.split('\n').filter(line => line.startsWith('The run cannot begin: '))
  expect(status, said).toBe(2)
  expect(messages, said).toHaveLength(1)
  expect(messages[0]).toMatch(says)
  expect(said).not.toMatch(/^\s+at /m)
  expect(said).not.toContain('hush')
  expect(milliseconds).toBeLessThan(15_000)
}

const remote = 'https://acme-test.example'

/** Settings that are known to be wrong before anybody is asked. */
const unread: readonly (readonly [slip: string, change: Settings, says: RegExp])[] = [
  ['a misspelt name', { TENANT_CLIENTID: 'an-id' }, /TENANT_CLIENTID is not a setting\. Did you mean TENANT_CLIENT_ID\?/],
  ['another misspelt name', { TENNANT_WRITES: 'allow' }, /TENNANT_WRITES is not a setting\. Did you mean TENANT_WRITES\?/],
  ['a name in small letters', { tenant_base_url: remote }, /Did you mean TENANT_BASE_URL\?/],
  ['a name nobody knows', { TENANT_COLOUR: 'blue' }, /TENANT_COLOUR is not a setting\. Known settings are/],
  ['no address', { TENANT_BASE_URL: '' }, /TENANT_BASE_URL is not set, but credentials are/],
  ['an address without a scheme', { TENANT_BASE_URL: 'acme.example.com' }, /TENANT_BASE_URL .*not a URL/],
  ['an address in quotes', { TENANT_BASE_URL: `'${remote}'` }, /TENANT_BASE_URL .*Remove the quotes/],
  ['blanks behind the address', { TENANT_BASE_URL: `${remote} ` }, /TENANT_BASE_URL .*Remove the quotes and blanks/],
  ['an address with a path', { TENANT_BASE_URL: `${remote}/acs/token` }, /TENANT_BASE_URL .*put https:\/\/acme-test\.example there/],
  ['credentials in the address', { TENANT_BASE_URL: `https://an-id:${secret}@acme.example` }, /TENANT_BASE_URL contains credentials/],
  ['no TLS', { TENANT_BASE_URL: 'http://acme.example' }, /TENANT_BASE_URL .*begin it with https/],
  ['no id', { TENANT_CLIENT_ID: '' }, /TENANT_CLIENT_ID is not set/],
  ['an id in quotes', { TENANT_CLIENT_ID: '"an-id"' }, /TENANT_CLIENT_ID has characters/],
  ['no secret', { TENANT_CLIENT_SECRET: '' }, /TENANT_CLIENT_SECRET is not set/],
  ['a secret in quotes', { TENANT_CLIENT_SECRET: `"${secret}"` }, /TENANT_CLIENT_SECRET has quotes/],
  ['a word that is not allow', { TENANT_WRITES: 'true' }, /TENANT_WRITES is "true"/],
  ['an authority that is not there', { TENANT_CA_FILE: 'nowhere.pem' }, /TENANT_CA_FILE .*cannot be read/],
  ['an authority that is none', { TENANT_CA_FILE: fileWith('no.pem', 'hello') }, /TENANT_CA_FILE .*no PEM/],
  ['an alias with a scheme', { TENANT_HOST_ALIASES: 'https://b.example' }, /TENANT_HOST_ALIASES .*bare host names/],
  ['no requests at all', { TENANT_RATE: '0' }, /TENANT_RATE is "0"\. Put a whole number from 1 to 1000/],
  ['a rate with its unit', { TENANT_RATE: '10/s' }, /TENANT_RATE is "10\/s"/],
  ['too many at once', { TENANT_CONCURRENCY: '1000' }, /TENANT_CONCURRENCY .*from 1 to 100/],
  ['a week to settle', { TENANT_SETTLE_SECONDS: '604800' }, /TENANT_SETTLE_SECONDS .*from 0 to 600/],
  ['cases without end', { FUZZ_RUNS: '99999999' }, /FUZZ_RUNS .*from 1 to 1000000/],
  ['a path without its seed', { FUZZ_PATH: '1:2' }, /FUZZ_PATH is set without FUZZ_SEED/],
  ['a file for the results', { RESULTS_DIR: fileWith('file', '') }, /RESULTS_DIR .*is a file/],
  ['results below a file', { RESULTS_DIR: `${fileWith('file', '')}/r` }, /RESULTS_DIR .*is a file/],
  ['a baseline that is not there', { CONFORMANCE_BASELINE: 'nowhere.json' }, /CONFORMANCE_BASELINE .*cannot be read/],
  ['a user that is not there', { TENANT_SCIM_USER: 'nowhere.json' }, /TENANT_SCIM_USER .*no template/],
  ['a proxy that is no address', { TENANT_BASE_URL: remote, HTTPS_PROXY: `http://u:${secret} @p` }, /HTTPS_PROXY is no address/],
  ['a proxy of another kind', { TENANT_BASE_URL: remote, https_proxy: 'socks5://localhost:1080' }, /https_proxy begins with socks5:/],
] // prettier-ignore

for (const [slip, change, says] of unread)
  test(`a run does not begin, and nobody is asked: ${slip}`, async ({}, info) => {
    const server = await sockets(socket => socket.destroy())
    const settings = { ...credentials, TENANT_BASE_URL: `http://127.0.0.1:${server.port}`, ...change }
    mkdirSync(info.outputPath(), { recursive: true })

    const ended = await command('harness/conformance.ts', info.outputPath(), settings)
    await server.close()

    gaveUp(ended, says)
    expect(server.asked()).toBe(0)
  })

/** The file `.env`, where it does not say what it seems to. */
const files: readonly (readonly [slip: string, text: string | undefined, says: RegExp])[] = [
  ['nothing but names', 'TENANT_BASE_URL=https://acme.example\nTENANT_CLIENT_ID=\nTENANT_CLIENT_SECRET=\n', /TENANT_CLIENT_ID is not set/],
  ['a line without =', `TENANT_BASE_URL=https://acme.example\nTENANT_CLIENT_SECRET ${secret}\n`, /TENANT_CLIENT_SECRET in line 2 of \.env has no value/],
  ['a folder', undefined, /\.env cannot be read/],
] // prettier-ignore

for (const [slip, text, says] of files)
  test(`a run does not begin where .env is ${slip}`, async ({}, info) => {
    mkdirSync(info.outputPath(...(text === undefined ? ['.env'] : [])), { recursive: true })
    if (text !== undefined) writeFileSync(info.outputPath('.env'), text)

    gaveUp(await command('harness/conformance.ts', info.outputPath(), {}), says)
  })

interface Scene {
  readonly settings: Settings
  readonly server?: Counted
}

const plain = (server: Counted): Scene => ({ settings: { TENANT_BASE_URL: `http://127.0.0.1:${server.port}` }, server })

const overTls = (server: Counted, caFile: string): Scene => ({
  settings: { TENANT_BASE_URL: `https://localhost:${server.port}`, TENANT_CA_FILE: caFile },
  server,
})

/** A tenant over TLS whose certificate, which is its own authority, is trusted. */
const secure = async (host: string, from?: number, to?: number): Promise<Scene> => {
  const pem = await certificateFor(host, from, to)
  return overTls(await pages(tenantPages(), pem), fileWith(`${host}-${from}-${to}.pem`, pem.cert))
}

/** One that is not. */
const distrusted = async (caFile = ''): Promise<Scene> =>
  overTls(await pages(tenantPages(), await certificateFor('localhost')), caFile)

const writing = ({ settings, ...scene }: Scene): Scene => ({
  ...scene,
  settings: { ...settings, TENANT_WRITES: 'allow' },
})

const throughProxy = (server: Counted): Scene => ({
  settings: { TENANT_BASE_URL: remote, HTTPS_PROXY: `http://u:hush@127.0.0.1:${server.port}` },
  server,
})

const refusing = { '/acs/token': [401, '{"error":"invalid_client"}'] } as const
const clients = '/acs/broker/oauth2-clients'
const readOnly = '{"client_id":"an-id","rule_set_names":["READ_ONLY_TENANT_ADMIN"]}'

/** What the preflight sees: where the settings point to, how often that is asked at most, and the message. */
const seen: readonly (readonly [name: string, scene: () => Promise<Scene>, asked: number, says: RegExp])[] = [
  ['nobody listens', async () => ({ settings: { TENANT_BASE_URL: `http://127.0.0.1:${await closedPort()}` } }), 0, /the connection was refused.*TENANT_BASE_URL/],
  ['the host is unknown', async () => ({ settings: { TENANT_BASE_URL: 'https://no-such-host-test.invalid' } }), 0, /the host name (is not known|could not be looked up).*TENANT_BASE_URL/],
  ['http meets TLS', async () => plain(await pages({}, await certificateFor('localhost'))), 0, /does not speak HTTP but TLS\. Begin TENANT_BASE_URL with https/],
  ['TLS meets http', async () => overTls(await sockets(socket => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n')), ''), 1, /does not speak TLS.*TENANT_BASE_URL/],
  ['the certificate is self-signed', () => distrusted(), 0, /self-signed.*issued by localhost.*Set TENANT_CA_FILE/],
  ['the authority is another one', async () => distrusted(fileWith('other.pem', (await certificateFor('other.example')).cert)), 0, /other\.pem does not hold that authority.*TENANT_CA_FILE/],
  ['the certificate has expired', () => secure('localhost', -30, -2), 0, /has expired, on 20\d\d-\d\d-\d\d.*TENANT_BASE_URL/],
  ['the certificate is not valid yet', () => secure('localhost', 2, 30), 0, /not valid yet, but from 20\d\d-\d\d-\d\d on.*TENANT_BASE_URL/],
  ['the certificate is for another host', () => secure('acme.example'), 0, /for another host: it names acme\.example and not localhost.*TENANT_BASE_URL/],
  ['id or secret are wrong', async () => plain(await pages(tenantPages(refusing))), 2, /refuses the credentials \(401\)\. Correct TENANT_CLIENT_ID and TENANT_CLIENT_SECRET/],
  ['a web page shows', async () => plain(await always(200, '<html>', { 'content-type': 'text/html' })), 1, /answers with a web page.*TENANT_BASE_URL/],
  ['a login page is elsewhere', async () => plain(await always(302, '', { location: 'https://login.example/?x=1' })), 1, /answers 302 and sends everybody to https:\/\/login\.example: .*TENANT_BASE_URL/],
  ['the name is not its own: 444', async () => plain(await always(444)), 1, /answers 444: it goes by another name\. Set TENANT_BASE_URL/],
  ['the name is not its own: closed', async () => plain(await sockets(socket => socket.destroy())), 2, /closes the connection where the host name is not its own: the setting is TENANT_BASE_URL/],
  ['a gateway is alone', async () => plain(await always(502, '<html>')), 1, /answers 502: a gateway is there.*TENANT_BASE_URL/],
  ['the tenant is busy', async () => plain(await always(429, '', { 'retry-after': '120' })), 1, /is busy: it answers 429 and asks to wait 120 s.*TENANT_RATE/],
  ['the client has no rights', async () => plain(await pages(tenantPages({ [clients]: [403] }))), 3, /may not list OAuth 2\.0 clients \(403\).*TENANT_CLIENT_ID/],
  ['the client may only read', async () => writing(plain(await pages(tenantPages({ [`${clients}/an-id`]: [200, readOnly] })))), 4, /has READ_ONLY_TENANT_ADMIN and may not change the tenant.*TENANT_CLIENT_ID.*TENANT_WRITES/],
  ['the proxy is not there', async () => ({ settings: { TENANT_BASE_URL: remote, HTTPS_PROXY: `127.0.0.1:${await closedPort()}` } }), 0, /the proxy 127\.0\.0\.1:\d+ cannot be used: the connection was refused\. Correct HTTPS_PROXY/],
  ['the proxy wants to know who asks', async () => throughProxy(await proxySaying(407)), 1, /wants to know who asks \(407\)\. Correct HTTPS_PROXY/],
  ['the proxy refuses', async () => throughProxy(await proxySaying(403)), 1, /gives no way there \(403\)\. Correct HTTPS_PROXY/],
] // prettier-ignore

for (const [name, scene, asked, says] of seen)
  test(`a preflight sees that ${name}`, async ({}, info) => {
    const { settings, server } = await scene()
    mkdirSync(info.outputPath(), { recursive: true })

    const ended = await command('harness/preflight/main.ts', info.outputPath(), { ...credentials, ...settings })
    await server?.close()

    gaveUp(ended, says)
    expect(server?.asked() ?? 0).toBe(asked)
  })

test('a preflight without a tenant names what is missing', async ({}, info) => {
  mkdirSync(info.outputPath(), { recursive: true })

  gaveUp(await command('harness/preflight/main.ts', info.outputPath(), {}), /TENANT_BASE_URL is not set/)
})
