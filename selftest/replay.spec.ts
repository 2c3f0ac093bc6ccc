import { expect, test } from '@playwright/test'
import { expect as judge } from '../harness/matchers/expect'
import { scriptOf } from '../harness/replay/script'
import { createClient, listClients, tokenRequest } from '../harness/requests'
import { derived, nameOf, secret } from '../harness/secret-book'
import { withHeader } from '../mock/defects/distortions'
import { serve } from '../mock/serve'
import { workerAt } from './check-against'
import { replayed, run, withScript } from './replayed'

test.describe.configure({ mode: 'parallel' })

test('a lifetime in the wrong unit is seen again', async () => {
  const { said } = await replayed({ defect: 'ttl-taken-for-seconds' }, worker =>
    worker.check('TOK-005', async ({ given, send }) => {
      const reply = await send(tokenRequest(await given.client({ access_token_ttl: 7 })))
      judge(reply.at('/expires_in'), 'expires_in').toBe(420)
    }, withScript),
  ) // prettier-ignore

  expect(said).toMatch(/"expires_in":7\b/)
  expect(said).toMatch(/HTTP\/1\.1 201 Created[\s\S]*HTTP\/1\.1 200 OK/)
})

test('an actor whom an earlier check made is made again, and removed', async () => {
  const { said, script } = await replayed({ defect: 'ttl-taken-for-seconds' }, async worker => {
    await worker.check('CLI-001', async ({ given }) => void (await given.actor('READ_ONLY_TENANT_ADMIN')), () => undefined)
    return worker.check('TOK-005', async ({ given, send }) => {
      const { token } = await given.actor('READ_ONLY_TENANT_ADMIN')
      judge(await send(listClients(token))).toHaveStatus(418)
    }, withScript)
  }) // prettier-ignore

  expect(said).toMatch(/HTTP\/1\.1 200 OK[\s\S]*"items"/)
  expect(script).toMatch(/"client_id":"cfh-local-w0-read-only-tenant-admin"/)
  expect(script).toMatch(/call -X DELETE[^#]*read-only-tenant-admin/)
})

const awkward = `a:b%41+c@#$ d"'\\`

test('a secret full of traps works in JSON, Basic and a form', async () => {
  const { said } = await replayed({}, worker =>
    worker.check('TOK-022', async ({ given, send }) => {
      const client = await given.client({ secret: secret({ shape: awkward }) })
      judge(await send(tokenRequest(client))).toHaveStatus(200)
      const form = { grant_type: 'client_credentials', client_id: client.client_id, client_secret: client.secret }
      judge(await send({ line: 'POST /acs/token', form })).toHaveStatus(418)
    }, withScript),
  ) // prettier-ignore

  expect(said.match(/HTTP\/1\.1 200 OK/g)?.length).toBeGreaterThanOrEqual(3)
  expect(said).not.toMatch(/HTTP\/1\.1 40[01]/)
})

test('what only a raw connection can send is written to one', async () => {
  const { said, script } = await replayed({}, worker =>
    worker.check('HOST-001', async ({ given, probe }) => {
      const client = await given.client()
      judge(await probe(tokenRequest(client))).toHaveStatus(200)
      judge(await probe({ ...tokenRequest(client), host: 'wrong.example' })).toHaveStatus(200)
    }, withScript),
  ) // prettier-ignore

  expect(script).toContain('Host: wrong.example')
  expect(said).toMatch(/HTTP\/1\.1 200 OK/)
  expect(said).toMatch(/HTTP\/1\.1 444/)
})

test('a body that is no text arrives byte by byte, a secret in it as its variable', async () => {
  const made = secret()
  const bytes = Buffer.concat([
    Buffer.from(`{"client_id":"x","secret":"${made}","x":"%s \\ '`),
    Buffer.from([0, 0xff, 0xc3, 0x28]),
  ])
  let echoed = ''
  const echo = { 'POST /acs/token': withHeader('x-echo', 'seen') }

  const { said } = await replayed({ defect: { story: 'echoes', caughtBy: ['MEDIA-001'], distorts: echo } }, worker =>
    worker.check('MEDIA-001', async ({ send }) => {
      const reply = await send({ line: 'POST /acs/token', body: bytes, headers: { 'content-type': 'application/json', 'x-empty': '' } })
      echoed = reply.header('x-echo') ?? ''
      judge(reply).toHaveStatus(200)
    }, withScript),
  ) // prettier-ignore

  expect(echoed).toBe('seen')
  expect(said).toContain('x-echo: seen')
})

test('a body that is no text is the same again', async () => {
  const served = await serve()
  const worker = workerAt(served)
  const bytes = Buffer.from(Array.from({ length: 256 }, (_, value) => value))
  const script = await worker.check('MEDIA-001', async ({ send }) => {
    await send({ line: 'POST /acs/token', body: bytes, headers: {} })
  }, scriptOf) // prettier-ignore
  await worker.end()
  await served.close()

  const writing = /reply=\$\((printf .*) \| call/.exec(script)?.[1] ?? ''
  const { said } = await run(`${writing} | od -An -v -tu1 -w256`, {})

  expect(said.trim().split(/\s+/).map(Number)).toEqual([...bytes])
})

test('a value made from a secret is made again', async () => {
  const { said, script } = await replayed({}, worker =>
    worker.check('TOK-024', async ({ given, send }) => {
      const client = await given.client({ secret: secret({ length: 80 }) })
      const cut = derived(client.secret.slice(0, 72), `"\${${nameOf(client.secret).slice(2, -1)}:0:72}"`)
      judge(await send(tokenRequest({ ...client, secret: cut }))).toHaveStatus(200)
    }, withScript),
  ) // prettier-ignore

  expect(script).toMatch(/forged_\d+="\$\{secret_\d+:0:72\}"/)
  expect(said).toMatch(/HTTP\/1\.1 401/)
})

test('time that passed is waited for', async () => {
  const served = await serve()
  const worker = workerAt(served)
  const script = await worker.check('TOK-009', async ({ given, send, time }) => {
    const client = await given.client({ access_token_ttl: 1 })
    const token = await given.tokenOf(client)
    await time.passes({ seconds: 125, for: client })
    judge(await send(listClients(token))).toHaveStatus(401)
  }, scriptOf) // prettier-ignore
  await worker.end()
  await served.close()

  expect(script).toMatch(
    /POST \/acs\/token → 200 {2}\(given\)[\s\S]*sleep 125\n\n# \d+ · GET \/acs\/broker\/oauth2-clients → 401/,
  )
})

test('a creation that is found in a reply only is removed by the script as well', async () => {
  const { script } = await replayed({}, worker =>
    worker.check('CLI-001', async ({ given, send }) => {
      const members = given.members({ secret: undefined })
      judge(await send(createClient(await given.admin(), members))).toHaveStatus(418)
    }, withScript),
  ) // prettier-ignore

  expect(script.match(/call -X DELETE/g)).toHaveLength(2)
})
