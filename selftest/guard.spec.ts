import { mkdtempSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { belongingsOf } from '../harness/belongings'
import { endCheck, startCheck } from '../harness/check'
import { openLanes } from '../harness/fuzz/lanes'
import { guardOf, type Asked } from '../harness/guard/guard'
import { ReadOnly, Refusal } from '../harness/guard/refusal'
import { ledgerOf } from '../harness/ledger'
import { nobodysId } from '../harness/nobody'
import { outcomeOf } from '../harness/outcome'
import { prober } from '../harness/probe/probe'
import {
  createClient, createDirectory, createIdentityProvider, deleteClient, deleteDirectory, deleteIdentityProvider,
  generateCredentials, listClients, patchClient, patchDirectory, readClient, revokeRequest, rotateSecret, tokenRequest,
} from '../harness/requests' // prettier-ignore
import { roadTo } from '../harness/road'
import { createUser, deleteUser, patchGroup } from '../harness/scim-requests'
import { sender } from '../harness/send'
import type { Line } from '../harness/request'
import type { Tenant } from '../harness/tenant'
import { Trouble } from '../harness/trouble'
import { receivedOf, rememberedJournal, tenantAt } from './checks-at-hand'
import { serveWeb } from './local-servers'
import { sourceFiles } from './source-files'

test.beforeEach(() => void startCheck('CLI-001', 'CLI-001'))
test.afterEach(() => endCheck())

const writing: Tenant = { ...tenantAt('http://localhost:9', { TENANT_WRITES: 'allow' }), run: 'r1' }
const reading: Tenant = { ...writing, writes: false }
const at = (line: string): Asked => ({ line: line as Line, bearer: 't' })
const clients = '/acs/broker/oauth2-clients'

/** What a guest must not send, and why. */
const refused: readonly (readonly [what: string, request: Asked, because: RegExp])[] = [
  ['changing the given client', patchClient('t', 'bootstrap', {}), /is never changed/],
  ['deleting the given client', deleteClient('t', 'bootstrap'), /is never changed/],
  ['rotating its secret', rotateSecret('t', 'bootstrap', 'start-rotate-secret', {}), /is never changed/],
  ['in other letters', deleteClient('t', 'BootStrap'), /is never changed/],
  ['encoded', at(`DELETE ${clients}/%62ootstrap`), /is never changed/],
  ['encoded twice', at(`DELETE ${clients}/%2562ootstrap`), /has not made that client/],
  ['with slashes', at(`DELETE /acs//broker/oauth2-clients///bootstrap/`), /is never changed/],
  ['with backslashes', at(`DELETE /acs\\broker\\oauth2-clients\\bootstrap`), /is never changed/],
  ['with dots', at(`DELETE ${clients}/cfh-r1-x/../bootstrap`), /is never changed/],
  ['with encoded dots and slashes', at(`DELETE ${clients}/cfh-r1-x%2f%2e%2e%2fbootstrap`), /is never changed/],
  ['with a query', at(`DELETE ${clients}/bootstrap?x=cfh-r1-1`), /is never changed/],
  ['with an encoded question mark', at(`DELETE ${clients}/bootstrap%3Fx`), /has not made that client/],
  ['with parameters of the path', at(`DELETE ${clients}/bootstrap;v=1`), /is never changed/],
  ['with a blank', at(`DELETE ${clients}/bootstrap%20`), /is never changed/],
  ['by the collection in other letters', at('DELETE /ACS/Broker/OAuth2-Clients/bootstrap'), /is never changed/],
  ['by another target on the wire', { ...deleteClient('t', 'cfh-r1-1'), target: `${clients}/bootstrap` }, /is never changed/],
  ['by a whole address', { ...deleteClient('t', 'cfh-r1-1'), target: `https://x.example${clients}/bootstrap` }, /is never changed/],
  ['by a disguised GET', { ...readClient('t', 'bootstrap'), headers: { 'X-HTTP-Method-Override': 'DELETE' } }, /is never changed/],
  ['by a parameter', { ...readClient('t', 'bootstrap'), query: { _method: 'DELETE' } }, /is never changed/],
  ['making it anew', createClient('t', { client_id: 'bootstrap' }), /is never made anew/],
  ['taking its name', patchClient('t', 'cfh-r1-1', { client_id: 'bootstrap' }), /takes the name/],
  ['a client of somebody', deleteClient('t', 'somebodys'), /has not made that client/],
  ['a client of another run', patchClient('t', 'cfh-r2-1', {}), /has not made that client/],
  ['a client that only ends like ours', deleteClient('t', 'x-cfh-r1-1'), /has not made that client/],
  ['a directory', patchDirectory('t', 'e0f5', {}), /has not made that directory/],
  ['the sync client of a directory', generateCredentials('t', 'e0f5'), /has not made that directory/],
  ['an identity provider', deleteIdentityProvider('t', 'e0f5'), /has not made that identity-provider/],
  ['a user', deleteUser('t', 'e0f5'), /has not made that user/],
  ['a group', patchGroup('t', 'e0f5', []), /has not made that group/],
  ['all clients', at(`DELETE ${clients}`), /every client of the tenant/],
  ['all clients by a query', at(`DELETE ${clients}?client_id=cfh-r1-1`), /every client of the tenant/],
  ['all directories', at('PATCH /usergroup/broker/directories'), /every directory of the tenant/],
  ['all clients at once', { ...at(`PUT ${clients}`), json: [] }, /every client of the tenant/],
  ['a name without a mark', createClient('t', { client_id: 'prod-app' }), /does not carry the mark/],
  ['the name of another run', createDirectory('t', { name: 'cfh-r2-1' }), /does not carry the mark/],
  ['a provider without a mark', createIdentityProvider('t', { idp_name: 'Okta' }), /does not carry the mark/],
  ['something unknown', at('POST /usergroup/broker/settings'), /nobody knows/],
  ['something else altogether', at('DELETE /SAAS/jersey/manager/api/tenants'), /nobody knows/],
] // prettier-ignore

for (const [what, request, because] of refused)
  test(`is not sent: ${what}`, () => {
    const journal = rememberedJournal()
    const belongings = belongingsOf(journal, guardOf(writing))

    expect(() => belongings.watch(request)).toThrow(Refusal)
    expect(() => belongings.watch(request)).toThrow(because)
    expect(journal.events).toEqual([])
  })

/** What a guest may send. */
const admitted: readonly (readonly [what: string, request: Asked])[] = [
  ['reading anything', readClient('t', 'bootstrap')],
  ['a token', tokenRequest({ client_id: 'bootstrap', secret: 'x' })],
  ['a revocation', revokeRequest({ client_id: 'bootstrap', secret: 'x' }, 't')],
  ['a client of its own', createClient('t', { client_id: 'cfh-r1-w0-1' })],
  ['changing it', patchClient('t', 'cfh-r1-w0-1', { access_token_ttl: 1 })],
  ['changing what has another case', patchClient('t', 'CFH-R1-w0-1', {})],
  ['a name with the mark and a slip', createClient('t', { client_id: ' cfh-r1-w0-1' })],
  ['a name that no client can have', createClient('t', { client_id: 'a b' })],
  ['a creation without a name', createClient('t', {})],
  ['a directory of its own', createDirectory('t', { name: 'cfh-r1-w0-2' })],
  ['a directory that nobody has', deleteDirectory('t', nobodysId)],
  ['a user', createUser('t', { userName: 'ada' })],
  ['a search', at('POST /usergroup/scim/v2/Users/.search')],
  ['a method that a collection does not have', at(`PUT ${clients}`)],
  ['logging out', at('POST /acs/openid/logout')],
] // prettier-ignore

for (const [what, request] of admitted)
  test(`is sent: ${what}`, () => {
    expect(() => belongingsOf(rememberedJournal(), guardOf(writing)).watch(request)).not.toThrow()
  })

test('what the tenant gives an id to is ours from then on, in every list of the worker', () => {
  const belongings = belongingsOf(rememberedJournal(), guardOf(writing))

  belongings.watch(createDirectory('t', { name: 'cfh-r1-d' }))(receivedOf(201, '{"id":"e0f5"}'))
  belongings.watch(createUser('t', {}))(receivedOf(201, '{"id":"a1"}'))

  expect(() => belongings.another().watch(deleteDirectory('t', 'e0f5'))).not.toThrow()
  expect(() => belongings.another().watch(deleteUser('t', 'a1'))).not.toThrow()
  expect(() => belongings.watch(deleteIdentityProvider('t', 'e0f5'))).toThrow(Refusal)
})

test('a name without the mark is free once the tenant has said that nobody has it', () => {
  const belongings = belongingsOf(rememberedJournal(), guardOf(writing))
  const create = createClient('t', { client_id: 'q' })

  belongings.watch(readClient('t', 'q'))(receivedOf(200))
  expect(() => belongings.watch(create)).toThrow(Refusal)
  belongings.watch(readClient('t', 'q'))(receivedOf(404))
  belongings.watch(create)(receivedOf(201, '{"client_id":"q"}'))

  expect(() => belongings.watch(deleteClient('t', 'q'))).not.toThrow()
})

test('a run that only reads makes nothing with a good token, and may be refused without one', () => {
  const belongings = belongingsOf(rememberedJournal(), guardOf(reading))
  belongings.watch(tokenRequest({ client_id: 'bootstrap', secret: 'x' }))(receivedOf(200, '{"access_token":"good"}'))
  const members = { client_id: 'cfh-r1-1' }

  expect(() => belongings.watch(createClient('good', members))).toThrow(ReadOnly)
  expect(() => belongings.watch(deleteClient('good', 'somebodys'))).toThrow(Refusal)
  for (const request of [
    createClient(undefined, members),
    createClient('forged', members),
    createClient('good', {}),
    deleteClient('good', 'cfh-r1-1'),
    listClients('good'),
  ])
    // prettier-ignore
    expect(() => belongings.watch(request)).not.toThrow()
})

test.describe('on the way to a tenant', () => {
  const asked: string[] = []
  const withServer = async (use: (tenant: Tenant) => Promise<void>) => {
    asked.length = 0
    const { port, close } = await serveWeb(({ method, url }, response) => {
      asked.push(`${method} ${url}`)
      response.writeHead(method === 'POST' ? 201 : 204).end()
    })
    await use({ ...writing, ...tenantAt(`http://localhost:${port}`, { TENANT_WRITES: 'allow' }), run: 'r1' })
    await close()
  }

  test('a request, a probe and a lane stop at the same guard', async () => {
    await withServer(async tenant => {
      const belongings = belongingsOf(rememberedJournal(), guardOf(tenant))
      const [connection, [lane]] = [roadTo(tenant), openLanes(tenant, belongings, 1)]

      for (const ask of [sender(connection, belongings, 'act'), prober(tenant, belongings), lane.ask]) {
        await expect(ask(deleteClient('t', 'somebodys'))).rejects.toThrow(Refusal)
        await ask(deleteClient('t', 'cfh-r1-1'))
      }
      await Promise.all([connection.close(), lane.close()])
    })

    expect(asked).toEqual(Array.from({ length: 3 }, () => `DELETE ${clients}/cfh-r1-1`))
  })

  test('a refusal is a fault of the harness, which makes the check inconclusive and is no exchange', async () => {
    await withServer(async tenant => {
      const check = startCheck('CLI-001', 'CLI-001')
      const [connection, belongings] = [roadTo(tenant), belongingsOf(rememberedJournal(), guardOf(tenant))]
      const error: unknown = await sender(
        connection,
        belongings,
        'act',
      )(deleteClient('t', 'x')).catch((e: unknown) => e)
      await connection.close()

      const record = outcomeOf(check, { error: String(error), isTrouble: false, isSkipped: false })
      expect([record.status, record.exchanges]).toEqual(['inconclusive', 0])
      expect(record.message).toBe(
        `fault of the harness: Refusal: DELETE ${clients}/x is not sent: this run has not made that client`,
      )
    })
  })

  test('all workers together have a ceiling of objects; who wants more waits for room', async () => {
    await withServer(async tenant => {
      const resultsDir = mkdtempSync(join(tmpdir(), 'ceiling-'))
      const worker = () => ledgerOf({ ...tenant, resultsDir, maxObjects: 2 }).belongings
      const [one, other, connection] = [worker(), worker(), roadTo(tenant)]
      const [send, sendToo] = [sender(connection, one, 'act'), sender(connection, other, 'act')]
      const create = (id: string) => createClient('t', { client_id: `cfh-r1-${id}` })

      await send(create('a'))
      await sendToo(create('b'))
      expect(() => other.watch(create('c'))).toThrow(Trouble)
      expect(() => one.watch(create('c'))).toThrow(/2 objects of this run exist, and TENANT_MAX_OBJECTS allows 2/)
      const waiting = sendToo(create('d'))
      await send(deleteClient('t', 'cfh-r1-a'))
      await waiting
      await connection.close()
    })

    expect(asked).toHaveLength(4)
  })

  test('all workers together have a ceiling of requests, but clearing up is never too much', async () => {
    await withServer(async tenant => {
      const resultsDir = mkdtempSync(join(tmpdir(), 'ceiling-'))
      const worker = () => ledgerOf({ ...tenant, resultsDir, maxRequests: 3 }).belongings
      const connection = roadTo(tenant)
      const [send, sendToo] = [sender(connection, worker(), 'act'), sender(connection, worker(), 'act')]

      await send(createClient('t', { client_id: 'cfh-r1-a' }))
      await sendToo(listClients('t'))
      await send(listClients('t'))
      for (const ask of [send, sendToo])
        await expect(ask(listClients('t'))).rejects.toThrow(/the 3 requests that TENANT_MAX_REQUESTS allows/)
      await send(deleteClient('t', 'cfh-r1-a'))
      await connection.close()
    })

    expect(asked).toHaveLength(4)
  })
})

test('nobody goes to the tenant but by the doors that the guard watches', () => {
  const doors: Readonly<Record<string, string>> = {
    'harness/retry-after.ts': 'sends what send, lanes, clearing up and census give it',
    'harness/preflight/asking.ts': 'reads before the first check',
  }
  const found = sourceFiles()
    .filter(({ path, text }) => /^(harness|suites)\//.test(path) && /\.transmit\(/.test(text))
    .map(({ path }) => path)
  expect(found.toSorted()).toEqual(Object.keys(doors).toSorted())
})
