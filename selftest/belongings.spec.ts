import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { belongingsOf, creationOf, type Belonging } from '../harness/belongings'
import { endCheck, startCheck } from '../harness/check'
import { connectTo } from '../harness/connection'
import { clearAway } from '../harness/given/given'
import type { Actors } from '../harness/given/actors'
import { journalOf } from '../harness/journal'
import { prober } from '../harness/probe/probe'
import type { Request } from '../harness/request'
import {
  createClient,
  createDirectory,
  deleteClient,
  listClients,
  patchClient,
  rotateSecret,
} from '../harness/requests'
import { sender } from '../harness/send'
import { openDoor, receivedOf, rememberedJournal, tenantAt } from './checks-at-hand'
import { serveSockets, serveWeb } from './local-servers'

const create = createClient('t', { client_id: 'cfh-1' })
const removeOf = 'DELETE /acs/broker/oauth2-clients/'

test.beforeEach(() => void startCheck('CLI-001', 'CLI-001'))
test.afterEach(() => endCheck())

/** What is left after one request, for every way in which it may end. */
const endings: readonly (readonly [name: string, request: Request, status: number | undefined, body: string, left: string[]])[] = [
  ['created', create, 201, '{"client_id":"cfh-1"}', ['cfh-1']],
  ['created under the name the tenant says', create, 201, '{"client_id":"cfh-2"}', ['cfh-2']],
  ['created, the reply is no JSON', create, 200, '<html>', ['cfh-1']],
  ['perhaps created, then 500', create, 500, '', ['cfh-1']],
  ['perhaps created, then 503', create, 503, '', ['cfh-1']],
  ['perhaps created, the reply was lost', create, undefined, '', ['cfh-1']],
  ['refused', create, 409, '{"client_id":"cfh-1"}', []],
  ['sent elsewhere', create, 302, '', []],
  ['created through a slash too many', { ...create, line: 'POST /acs/broker/oauth2-clients/' }, 201, '', ['cfh-1']],
  ['created from text', { ...create, json: undefined, body: '{"client_id":"cfh-3"}' }, 201, '', ['cfh-3']],
  ['created from bytes', { ...create, json: undefined, body: Buffer.from('{"client_id":"cfh-3"}') }, 201, '', ['cfh-3']],
  ['nonsense that is accepted', { ...create, json: undefined, body: '{' }, 201, '', []],
  ['a name with a slash', createClient('t', { client_id: 'a/b' }), 201, '', ['a%2Fb']],
  ['a list', listClients('t'), 200, '[]', []],
  ['a change', patchClient('t', 'cfh-1', { client_id: 'x' }), 200, '{"client_id":"cfh-1"}', []],
  ['a rotation', rotateSecret('t', 'cfh-1', 'start', {}), 200, '{"client_id":"cfh-1"}', []],
  ['a token', { line: 'POST /acs/token', json: { client_id: 'cfh-1' } }, 200, '{"client_id":"cfh-1"}', []],
] // prettier-ignore

for (const [name, request, status, body, left] of endings)
  test(`what is left to remove: ${name}`, () => {
    const belongings = belongingsOf(rememberedJournal(), openDoor)

    belongings.watch(request)(status === undefined ? undefined : receivedOf(status, body))

    expect(belongings.left().map(({ remove }) => remove)).toEqual(left.map(id => `${removeOf}${id}`))
  })

test('a directory is removed by the id that the tenant gives', () => {
  const journal = rememberedJournal()
  const belongings = belongingsOf(journal, openDoor)
  const request = createDirectory('t', { name: 'cfh-dir' })

  belongings.watch(request)(receivedOf(201, '{"id":"4711"}'))
  belongings.watch(request)(undefined)

  expect(belongings.left()).toEqual([
    { kind: 'directory', id: '4711', name: 'cfh-dir', remove: 'DELETE /usergroup/broker/directories/4711' },
  ])
  expect(journal.events).toEqual(['creating directory cfh-dir', 'creating directory cfh-dir'])
})

test('the client the run was given is never removed, whatever a tenant answers', () => {
  const journal = rememberedJournal()
  const belongings = belongingsOf(journal, { ...openDoor, isSpared: id => id === 'bootstrap' })

  belongings.watch(create)(receivedOf(201, '{"client_id":"bootstrap"}'))

  expect(belongings.left()).toEqual([])
  expect(journal.events).toEqual(['creating client cfh-1'])
})

test('what is deleted, or gone already, is not removed again', () => {
  const journal = rememberedJournal()
  const belongings = belongingsOf(journal, openDoor)
  const remove = (id: string) => belongings.watch(deleteClient('t', id))
  for (const id of ['a', 'b', 'c', 'd', 'e']) belongings.watch(createClient('t', { client_id: id }))(receivedOf(201))

  remove('a')(receivedOf(204))
  remove('b')(receivedOf(404))
  remove('c')(receivedOf(403))
  remove('d')(receivedOf(500))
  remove('e')()
  remove('someone-elses')(receivedOf(204))

  expect(belongings.left().map(({ name }) => name)).toEqual(['e', 'd', 'c'])
  expect(journal.events.slice(5)).toEqual(['removed client a', 'removed client b'])
})

test('the journal is on disk before the request is on the wire', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'journal-'))
  const written: string[] = []
  const { port, close } = await serveWeb((_, response) => {
    written.push(readFileSync(join(folder, 'journal.jsonl'), 'utf8'))
    response.writeHead(201).end()
  })
  const tenant = tenantAt(`http://localhost:${port}`)
  const belongings = belongingsOf(journalOf({ ...tenant, resultsDir: folder, run: 'r1' }), openDoor)
  const connection = connectTo(tenant.baseUrl)

  await sender(connection, belongings, 'act')(create)
  await prober(tenant, belongings)(createClient('t', { client_id: 'cfh-probe' }))
  await connection.close()
  await close()

  const lines = written.map(text =>
    text
      .trim()
      .split('\n')
      .map(line => JSON.parse(line) as { event: string; name?: string }),
  )
  expect(lines.map(each => each.map(({ event, name = 'it' }) => `${event} ${name}`))).toEqual([
    ['opened it', 'creating cfh-1'],
    ['opened it', 'creating cfh-1', 'created cfh-1', 'creating cfh-probe'],
  ])
  expect(lines[0]).toMatchObject([
    { run: 'r1', pid: process.pid, tenant: tenant.baseUrl },
    { run: 'r1', kind: 'client', name: 'cfh-1' },
  ])
  expect(belongings.left().map(({ name }) => name)).toEqual(['cfh-probe', 'cfh-1'])
})

test('a reply that is lost on the wire leaves something to remove', async () => {
  const { port, close } = await serveSockets(socket => socket.once('data', () => socket.destroy()))
  const tenant = tenantAt(`http://localhost:${port}`)
  const belongings = belongingsOf(rememberedJournal(), openDoor)
  const connection = connectTo(tenant.baseUrl)

  await expect(sender(connection, belongings, 'act')(create)).rejects.toThrow()
  await expect(prober(tenant, belongings)(createClient('t', { client_id: 'cfh-probe' }))).rejects.toThrow()
  await connection.close()
  await close()

  expect(belongings.left().map(({ name }) => name)).toEqual(['cfh-probe', 'cfh-1'])
})

test('clearing away deletes the youngest first and names what stays', async () => {
  const asked: string[] = []
  const { port, close } = await serveWeb(({ method, url, headers }, response) => {
    asked.push(`${method} ${url} ${headers.authorization}`)
    response.writeHead(url?.endsWith('b') ? 500 : 204).end()
  })
  const connection = connectTo(`http://localhost:${port}`, { connections: 1 })
  const belongings = belongingsOf(rememberedJournal(), openDoor)
  for (const id of ['a', 'b', 'c']) belongings.watch(createClient('t', { client_id: id }))(receivedOf(201))
  const kept: string[] = []
  const actors = {
    bootstrap: () => Promise.resolve({ token: 'root' }),
    keep: (things: readonly Belonging[]) => void kept.push(...things.map(({ name }) => name)),
  } as unknown as Actors

  const left = await clearAway(belongings, actors, sender(connection, belongings, 'cleanup'))
  await connection.close()
  await close()

  expect(asked).toEqual(['c', 'b', 'a'].map(id => `${removeOf}${id} Bearer root`))
  expect(left).toEqual(['b'])
  expect(kept).toEqual(['b'])
})

test('a script is told what an exchange made', () => {
  expect(creationOf(create, receivedOf(201))).toEqual({
    kind: 'client',
    id: 'cfh-1',
    name: 'cfh-1',
    remove: `${removeOf}cfh-1`,
  })
  expect(creationOf(listClients('t'), receivedOf(200))).toBeUndefined()
})
