import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { expect, test } from '@playwright/test'
import { connectTo } from '../harness/connection'
import { received as parsed } from '../harness/probe/parse'
import type { Received, Way } from '../harness/reply'
import { outgoing, type Request } from '../harness/request'
import { traitsOf } from '../harness/traits/traits'
import { exchangeOf, receivedOf } from './checks-at-hand'

const keys: Request = { line: 'GET /acs/jwks' }
const json = { 'content-type': 'application/json' }

const at = (request: Request, reply: Partial<Received> & { readonly body?: unknown; readonly head?: object }) => {
  const { body = {}, head = json, ...rest } = reply
  const text = typeof body === 'string' ? body : JSON.stringify(body)
  return exchangeOf(request, { received: { ...receivedOf(200, text, head as Record<string, string>), ...rest } })
}

const way = (change: Partial<Way>): Way => ({ names: [], informed: [], waited: [], ...change })

type Row = readonly [what: string, reply: Parameters<typeof at>[1], trait: string]

const travelled: readonly Row[] = [
  ['in chunks', { head: { ...json, 'transfer-encoding': 'chunked' } }, 'bodies come in chunks'],
  ['with a length', { head: { ...json, 'content-length': '2' } }, 'bodies come with a length'],
  ['until the end', {}, 'bodies end with their connection'],
  ['and ended its connection', { head: { connection: 'close' } }, 'connections end with a reply'],
  ['and kept its connection', {}, 'connections stay open'],
  ['under names in capitals', { way: way({ names: ['CONTENT-TYPE'] }) }, 'header names are spelled as in CONTENT-TYPE'],
  ['through a gateway', { head: { via: '1.1 node-0123abcd' } }, 'replies come with via: 1.1 node-…'],
  ['after an announcement', { way: way({ informed: [102] }) }, 'replies are announced by 102'],
  ['after a while', { way: way({ waited: [429] }) }, 'some requests are asked to wait with 429'],
  ['on one line', {}, 'JSON stands on one line'],
  ['on many lines', { body: '{\n  "keys": []\n}' }, 'JSON stands on many lines'],
  ['with escapes', { body: String.raw`{"a":"\/"}` }, String.raw`JSON escapes the slash as \/`],
  ['with more escapes', { body: String.raw`{"\u0061":1}` }, 'JSON escapes characters that need no escape'],
  ['with more than is documented', { body: { x: 1 } }, 'Key set: has a member x, which is not documented'],
  ['with a charset', { head: { 'content-type': 'application/json;charset=UTF-8' } }, 'Key set: comes with a charset'],
]

for (const [what, reply, trait] of travelled)
  test(`a reply that came ${what} says so`, () => {
    expect(traitsOf([at(keys, reply)])).toContain(trait)
  })

const create: Request = { line: 'POST /acs/broker/oauth2-clients', json: { client_id: 'a', redirect_uris: [] } }
const uuid = 'd24afa39-05a1-433f-8aa9-ad41c9a3d394'
const link = (href: string) => ({ _links: { self: { href } } })

const clients: readonly (readonly [members: object, trait: string])[] = [
  [{}, 'Client: has no self link'],
  [link('/acs/x'), 'Client: has a relative self link'],
  [link('https://acme.example/acs/x'), 'Client: has an absolute self link'],
  [{ id: uuid }, 'Client: has an identity without a prefix'],
  [{ id: `urn:uuid:${uuid}` }, 'Client: has an identity that begins with urn:uuid:'],
  [{ redirect_uris: null }, 'Client: shows a list that it was not given not at all'],
  [{ post_logout_redirect_uris: null }, 'Client: shows a list that it was not given as null'],
  [{ post_logout_redirect_uris: [] }, 'Client: shows a list that it was not given as an empty list'],
]

for (const [members, trait] of clients)
  test(`a client with ${JSON.stringify(members)}: ${trait}`, () => {
    expect(traitsOf([at(create, { status: 201, body: members })])).toContain(trait)
    expect(traitsOf([at(create, { status: 400, body: members })]).filter(each => each.startsWith('Client'))).toEqual([])
  })

test('the members of a token reply have an order', () => {
  const body = { expires_in: 1, scope: '', access_token: 'a' }

  const [, order] = traitsOf([at({ line: 'POST /acs/token' }, { body })]).filter(each => each.startsWith('Token'))

  expect(order).toBe('Token reply: has its members in the order expires_in, access_token')
})

test('durations are told by the one in the middle, and not at all for two', () => {
  const lasting = (...times: readonly number[]) =>
    traitsOf(times.map(milliseconds => at(keys, { milliseconds }))).filter(each => each.startsWith('replies take'))

  expect(lasting(900, 900)).toEqual([])
  expect(lasting(1, 900, 49)).toEqual(['replies take less than 50 ms'])
  expect(lasting(1, 60, 1999)).toEqual(['replies take 50 to 200 ms'])
  expect(lasting(1, 1000, 1999)).toEqual(['replies take more than a second'])
})

test('what was never answered has no traits, and what was written by hand none of its connection', () => {
  const silent = exchangeOf(keys, { received: { ...receivedOf(0, '', {}), silence: 'closed' } })
  const byHand = { ...at(keys, { head: { connection: 'close' } }), wire: 'GET /acs/jwks HTTP/1.1' }

  expect(traitsOf([exchangeOf(keys), silent])).toEqual([])
  expect(traitsOf([byHand]).filter(each => each.startsWith('connections'))).toEqual([])
})

test('each trait is there once, in order, however many replies have it', () => {
  const traits = traitsOf([at(keys, {}), at(keys, {}), at(keys, { way: way({ waited: [503, 503] }) })])

  expect(traits).toEqual([...new Set(traits)].sort())
})

test('a connection keeps spelling, announcements and waiting; whoever reads a header sees none of it', async () => {
  let asked = 0
  const server = createServer((_, response) => {
    response.writeProcessing()
    response.writeHead(asked++ === 0 ? 429 : 200, { 'X-Own': 'a' }).end()
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  const connection = connectTo(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)
  const request = outgoing(keys)

  await connection.transmit(request)
  const { headers, way: kept } = await connection.transmit(request)

  expect(headers).toContainEqual(['x-own', 'a'])
  expect(kept).toMatchObject({ informed: [102], waited: [429] })
  expect(kept?.names).toContain('X-Own')
  await connection.close()
  server.close()
})

test('the probe keeps the same', () => {
  const bytes = Buffer.from('HTTP/1.1 103 Early Hints\r\n\r\nHTTP/1.1 204 No Content\r\nX-Own: a\r\n\r\n')

  const { headers, way: kept } = parsed({ bytes, end: 'closed', milliseconds: 1 }, 'GET')

  expect(headers).toEqual([['x-own', 'a']])
  expect(kept).toEqual(way({ names: ['X-Own'], informed: [103] }))
})
