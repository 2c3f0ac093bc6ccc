import { expect, test } from '@playwright/test'
import { sender } from '../harness/send'
import { actorsOf } from '../harness/given/actors'
import { endCheck, startCheck } from '../harness/check'
import { listClients } from '../harness/requests'
import { roadTo } from '../harness/road'
import { rememberedLedger, tenantAt } from './checks-at-hand'
import { always, pages, tenantPages } from './wrong-settings/servers'

/** Checks against a server that is one, as a run on a tenant has them: at its pace. */
const worker = (port: number, settings: Readonly<Record<string, string>> = {}) => {
  const tenant = tenantAt(`http://localhost:${port}`, settings)
  const connection = roadTo(tenant)
  const ledger = rememberedLedger(tenant)
  return {
    connection,
    send: sender(connection, ledger.another(), 'act'),
    actors: actorsOf(tenant, ledger.another(), connection, 0),
  }
}

test('a 401 is judged, not papered over with a new token', async () => {
  const clients = '/acs/broker/oauth2-clients'
  const server = await pages(tenantPages({ [clients]: [401, '{"errors":[]}', { 'content-type': 'application/json' }] }))
  const { connection, send, actors } = worker(server.port)
  startCheck('AUTHN-001', 'a check of authorization')

  const { token } = await actors.bootstrap()
  const before = server.asked()
  const replies = [await send(listClients(token)), await send(listClients(token))]
  const again = await actors.bootstrap()
  endCheck()
  await connection.close()
  await server.close()

  expect([before, replies.map(({ status }) => status)]).toEqual([1, [401, 401]])
  expect(server.asked(), 'one token, two requests, nothing else').toBe(3)
  expect(again.token).toBe(token)
})

test('a tenant that wants to be left alone is: the check is inconclusive, and so are those after it, unsent', async () => {
  const server = await always(429, '', { 'retry-after': '600' })
  const { connection, send } = worker(server.port)
  startCheck('AUTHN-001', 'a check of authorization')

  await expect(send(listClients('a.b.c'))).rejects.toThrow(/the tenant is busy: 429 after 1 attempts, wait 600 s/)
  await expect(send(listClients('a.b.c'))).rejects.toThrow(
    /asked to be left alone for another \d+ s, so nothing was sent/,
  )
  endCheck()
  await connection.close()
  await server.close()

  expect(server.asked()).toBe(1)
})

test('on a tenant nobody asks faster than usual, and nobody has to say so', async () => {
  const server = await pages(tenantPages())
  const { connection, send } = worker(server.port)
  startCheck('AUTHN-001', 'a check of reading')
  const begun = performance.now()

  await Promise.all(Array.from({ length: 21 }, () => send(listClients('a.b.c'))))
  endCheck()
  await connection.close()
  await server.close()

  expect(performance.now() - begun, 'ten at once, ten a second later, one more').toBeGreaterThan(2_000)
})
