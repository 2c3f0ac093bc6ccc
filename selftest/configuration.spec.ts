import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { ConfigurationError, configurationOf, loadEnvironment } from '../harness/configuration'
import { tenantOf } from '../harness/tenant'
import { selfSigned } from './local-servers'

const folder = mkdtempSync(join(tmpdir(), 'settings-'))
const fileWith = (name: string, text: string) => {
  writeFileSync(join(folder, name), text)
  return join(folder, name)
}

const url = 'https://acme.example.com'
const good = { TENANT_BASE_URL: url, TENANT_CLIENT_ID: 'an-id', TENANT_CLIENT_SECRET: 'hush-hush-4711' }

/** Settings that cannot be used: what is wrong, the setting to blame, and what the message says about it. */
const wrong: readonly (readonly [slip: string, change: Readonly<Record<string, string>>, blamed: string, says: RegExp])[] = [
  ['no scheme', { TENANT_BASE_URL: 'acme.example.com' }, 'TENANT_BASE_URL', /not a URL.*https:\/\/acme/],
  ['quotes', { TENANT_BASE_URL: `"${url}"` }, 'TENANT_BASE_URL', /Remove the quotes and blanks/],
  ['blanks', { TENANT_BASE_URL: ` ${url}` }, 'TENANT_BASE_URL', /Remove the quotes and blanks/],
  ['a line break', { TENANT_BASE_URL: `${url}\n` }, 'TENANT_BASE_URL', /Remove the quotes and blanks/],
  ['a path', { TENANT_BASE_URL: `${url}/acs` }, 'TENANT_BASE_URL', /put https:\/\/acme\.example\.com there/],
  ['a query', { TENANT_BASE_URL: `${url}?x=1` }, 'TENANT_BASE_URL', /Leave out everything behind the host/],
  ['a fragment', { TENANT_BASE_URL: `${url}#x` }, 'TENANT_BASE_URL', /Leave out everything behind the host/],
  ['another scheme', { TENANT_BASE_URL: 'ftp://acme.example.com' }, 'TENANT_BASE_URL', /begins with ftp:/],
  ['no TLS', { TENANT_BASE_URL: 'http://acme.example.com' }, 'TENANT_BASE_URL', /begin it with https/],
  ['credentials', { TENANT_BASE_URL: 'https://an-id:hush-hush-4711@acme.example.com' }, 'TENANT_BASE_URL', /CLIENT_SECRET/],
  ['quoted credentials', { TENANT_BASE_URL: '"https://an-id:hush-hush-4711@acme.example.com"' }, 'TENANT_BASE_URL', /CLIENT/],
  ['an impossible port', { TENANT_BASE_URL: 'https://acme.example.com:99999' }, 'TENANT_BASE_URL', /not a URL/],
  ['no address', { TENANT_BASE_URL: '' }, 'TENANT_BASE_URL', /is not set, but credentials are/],
  ['no id', { TENANT_CLIENT_ID: '' }, 'TENANT_CLIENT_ID', /is not set.*Put the id/],
  ['an id with blanks', { TENANT_CLIENT_ID: 'an id' }, 'TENANT_CLIENT_ID', /without quotes or blanks/],
  ['an id in quotes', { TENANT_CLIENT_ID: '"an-id"' }, 'TENANT_CLIENT_ID', /without quotes or blanks/],
  ['an id that is too long', { TENANT_CLIENT_ID: 'a'.repeat(257) }, 'TENANT_CLIENT_ID', /no client id has/],
  ['no secret', { TENANT_CLIENT_SECRET: '' }, 'TENANT_CLIENT_SECRET', /is not set.*Put the secret/],
  ['a secret in double quotes', { TENANT_CLIENT_SECRET: '"hush-hush-4711"' }, 'TENANT_CLIENT_SECRET', /bare secret/],
  ['a secret in single quotes', { TENANT_CLIENT_SECRET: "'hush-hush-4711'" }, 'TENANT_CLIENT_SECRET', /bare secret/],
  ['a secret with a line break', { TENANT_CLIENT_SECRET: 'hush-hush-4711\n' }, 'TENANT_CLIENT_SECRET', /bare secret/],
  ['writes: yes', { TENANT_WRITES: 'yes' }, 'TENANT_WRITES', /is "yes"\. Put allow there/],
  ['writes: Allow', { TENANT_WRITES: 'Allow' }, 'TENANT_WRITES', /Put allow there/],
  ['an authority that is not there', { TENANT_CA_FILE: join(folder, 'nowhere.pem') }, 'TENANT_CA_FILE', /cannot be read/],
  ['an authority that is a folder', { TENANT_CA_FILE: folder }, 'TENANT_CA_FILE', /cannot be read/],
  ['an authority that is no PEM', { TENANT_CA_FILE: fileWith('a.pem', 'hello') }, 'TENANT_CA_FILE', /no PEM certificate/],
  ['an authority that is nonsense', { TENANT_CA_FILE: fileWith('b.pem', '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n') }, 'TENANT_CA_FILE', /no PEM certificate/],
  ['an alias with a scheme', { TENANT_HOST_ALIASES: 'a.example,https://b.example' }, 'TENANT_HOST_ALIASES', /bare host names/],
  ['negative settling', { TENANT_SETTLE_SECONDS: '-1' }, 'TENANT_SETTLE_SECONDS', /whole number from 0 to 600/],
  ['skew in words', { TENANT_SKEW_SECONDS: 'a minute' }, 'TENANT_SKEW_SECONDS', /whole number from 0 to 3600/],
  ['skew in parts', { TENANT_SKEW_SECONDS: '1.5' }, 'TENANT_SKEW_SECONDS', /whole number/],
  ['no fuzzing at all', { FUZZ_RUNS: '0' }, 'FUZZ_RUNS', /from 1 to 1000000/],
  ['endless fuzzing', { FUZZ_RUNS: 'Infinity' }, 'FUZZ_RUNS', /whole number/],
  ['a seed in hexadecimal', { FUZZ_SEED: '0xff' }, 'FUZZ_SEED', /whole number/],
  ['a path without a seed', { FUZZ_PATH: '1:2' }, 'FUZZ_PATH', /FUZZ_SEED/],
  ['a path of letters', { FUZZ_PATH: 'a:b', FUZZ_SEED: '1' }, 'FUZZ_PATH', /such as 12:3:0/],
  ['an OpenID configuration without TLS', { TENANT_OIDC_CONFIGURATION_URL: 'http://idp.example/x' }, 'TENANT_OIDC_CONFIGURATION_URL', /no https address/],
  ['a user that is not there', { TENANT_SCIM_USER: join(folder, 'nowhere.json') }, 'TENANT_SCIM_USER', /no template of a user.*\{name\}/],
  ['a user of one name only', { TENANT_SCIM_USER: fileWith('u.json', '{"userName":"ada"}') }, 'TENANT_SCIM_USER', /no template of a user/],
  ['a misspelt setting', { TENANT_CLIENT_SECRETS: 'hush-hush-4711' }, 'TENANT_CLIENT_SECRETS', /is not a setting\. Did you mean TENANT_CLIENT_SECRET\?/],
  ['a baseline that is not there', { CONFORMANCE_BASELINE: join(folder, 'nowhere.json') }, 'CONFORMANCE_BASELINE', /cannot be read.*conformance\.json/],
  ['a baseline that is a folder', { CONFORMANCE_BASELINE: folder }, 'CONFORMANCE_BASELINE', /cannot be read/],
  ['a baseline that is no JSON', { CONFORMANCE_BASELINE: fileWith('d.json', '{') }, 'CONFORMANCE_BASELINE', /is no conformance\.json/],
  ['a baseline that is something else', { CONFORMANCE_BASELINE: fileWith('e.json', '{"format":1}') }, 'CONFORMANCE_BASELINE', /is no conformance\.json/],
  ['a baseline that the run replaces', { CONFORMANCE_BASELINE: `${folder}/conformance.json`, RESULTS_DIR: folder }, 'CONFORMANCE_BASELINE', /keep a copy/],
  ['a file for the results', { RESULTS_DIR: fileWith('c.txt', '') }, 'RESULTS_DIR', /is a file.*folder/],
] // prettier-ignore

const complaintAbout = (environment: Readonly<Record<string, string>>): unknown => {
  try {
    return configurationOf(environment)
  } catch (error) {
    return error
  }
}

test.describe('configuration', () => {
  for (const [slip, change, blamed, says] of wrong)
    test(`one message says what to put there: ${slip}`, () => {
      const error = complaintAbout({ ...good, ...change })

      expect(error).toBeInstanceOf(ConfigurationError)
      const { setting, message } = error as ConfigurationError
      expect(setting).toBe(blamed)
      expect(message.startsWith(`${blamed} `)).toBe(true)
      expect(message).toMatch(says)
      expect(message).not.toContain('hush')
    })

  test('nothing set means the mock, which may be changed', () => {
    expect(configurationOf({})).toEqual({
      kind: 'mock', writes: true, resultsDir: 'results', fuzz: { runs: 0, seed: 1 }, hostAliases: [],
      settleSeconds: 0.2, skewSeconds: 60, run: 'local', pace: { rate: Infinity, concurrency: Infinity },
    }) // prettier-ignore
  })

  test('a tenant is only read unless told otherwise', () => {
    expect(configurationOf(good)).toMatchObject({ kind: 'tenant', writes: false, baseUrl: url, settleSeconds: 30 })
    expect(configurationOf({ ...good, TENANT_WRITES: 'acme.example.com' }).writes).toBe(true)
  })

  test('everything that can be set arrives', async () => {
    const caFile = fileWith('ca.pem', (await selfSigned()).cert)
    const baseline = fileWith('b.json', '{"format":1,"choices":[],"requirements":[]}')
    const found = configurationOf({
      TENANT_BASE_URL: 'HTTPS://Acme.Example.com:8443/', TENANT_CLIENT_ID: 'a.b-c_d@e', TENANT_CLIENT_SECRET: `it's "1" & %`,
      TENANT_CA_FILE: caFile, TENANT_HOST_ALIASES: ' One.Example, two.example ,', TENANT_SETTLE_SECONDS: '5',
      TENANT_SKEW_SECONDS: '0', RESULTS_DIR: folder, FUZZ_RUNS: '7', FUZZ_SEED: '9', FUZZ_PATH: '1:0', CONFORMANCE_RUN: 'r1',
      TENANT_OIDC_CONFIGURATION_URL: 'https://idp.example/c', TENANT_SCIM_USER: fileWith('v.json', '{"userName":"{name}"}'),
      CONFORMANCE_BASELINE: baseline, TENANT_RATE: '3', TENANT_CONCURRENCY: '2', CONFORMANCE_PACE: '4711',
      HTTPS_PROXY: 'proxy.example:3128', NO_PROXY: 'other.example', CONFORMANCE_SCAN_KEY: 'a2V5',
    }) // prettier-ignore

    expect(found).toEqual({
      kind: 'tenant', baseUrl: 'https://acme.example.com:8443', client: { id: 'a.b-c_d@e', secret: `it's "1" & %` },
      writes: false, caFile, resultsDir: folder, fuzz: { runs: 7, seed: 9, path: '1:0' },
      hostAliases: ['one.example', 'two.example'], settleSeconds: 5, skewSeconds: 0, run: 'r1',
      oidcConfigurationUrl: 'https://idp.example/c', scimUserTemplate: { userName: '{name}' }, baseline,
      pace: { rate: 3, concurrency: 2, desk: '4711' }, proxy: { url: 'http://proxy.example:3128/', setting: 'HTTPS_PROXY' },
      maxObjects: 50, scanKey: 'a2V5',
    }) // prettier-ignore
    expect(tenantOf(found)).toMatchObject({
      fqdn: 'acme.example.com',
      port: 8443,
      tls: true,
      authority: 'acme.example.com:8443',
    })
  })

  const proxies: readonly (readonly [name: string, change: Readonly<Record<string, string>>, proxy: string | undefined])[] = [
    ['no proxy', {}, undefined],
    ['in capitals', { HTTPS_PROXY: 'http://p.example:1' }, 'http://p.example:1/'],
    ['in small letters, which win', { HTTPS_PROXY: 'http://p.example:1', https_proxy: 'q.example' }, 'http://q.example/'],
    ['spared by name', { HTTPS_PROXY: 'http://p.example:1', NO_PROXY: 'x.example, acme.example.com' }, undefined],
    ['spared by domain', { HTTPS_PROXY: 'http://p.example:1', no_proxy: '.example.com' }, undefined],
    ['spared by port', { HTTPS_PROXY: 'http://p.example:1', NO_PROXY: 'example.com:443' }, undefined],
    ['another port is spared', { HTTPS_PROXY: 'http://p.example:1', NO_PROXY: 'example.com:8443' }, 'http://p.example:1/'],
    ['another name is spared', { HTTPS_PROXY: 'http://p.example:1', NO_PROXY: 'me.example.com' }, 'http://p.example:1/'],
    ['everything is spared', { HTTPS_PROXY: 'http://p.example:1', NO_PROXY: '*' }, undefined],
    ['this machine is', { HTTPS_PROXY: 'http://p.example:1', TENANT_BASE_URL: 'https://localhost:1' }, undefined],
  ] // prettier-ignore

  for (const [name, change, proxy] of proxies)
    test(`the proxy is that of HTTPS_PROXY unless NO_PROXY spares the host: ${name}`, () => {
      expect(configurationOf({ ...good, ...change }).proxy?.url).toBe(proxy)
    })

  test('a default port is not part of what is written into Host', () => {
    expect(tenantOf(configurationOf({ ...good, TENANT_BASE_URL: `${url}:443` }))).toMatchObject({
      port: 443,
      authority: 'acme.example.com',
    })
    expect(() => tenantOf(configurationOf({}))).toThrow(/TENANT_BASE_URL is not set and no mock is running/)
  })

  test('.env fills in what is not set, and only that', () => {
    const file = fileWith('settings.env', 'SELFTEST_ONE=from file\nSELFTEST_TWO="quoted # value"\n# comment\n')
    process.env.SELFTEST_ONE = 'set before'

    loadEnvironment(file)
    loadEnvironment(join(folder, 'nowhere.env'))

    expect([process.env.SELFTEST_ONE, process.env.SELFTEST_TWO]).toEqual(['set before', 'quoted # value'])
    delete process.env.SELFTEST_ONE
    delete process.env.SELFTEST_TWO
  })
})
