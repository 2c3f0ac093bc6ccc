import { expect } from '@playwright/test'
import { clientsPath, draft, test } from './mock-tenant'

const vendor = (brand: string, suffix = 'oauth2client.with.rule.sets') =>
  `application/vnd.${brand}.horizon.manager.accesscontrol.broker.${suffix}+json`

for (const [type, status] of [
  ['application/json', 201],
  ['Application/JSON; charset="UTF-8"', 201],
  ['application/json ;charset=utf-8', 201],
  [vendor('Omnissa'), 201],
  [vendor('omnissa'), 201],
  [vendor('vmware'), 201],
  [vendor('vmware', 'oauth2client.list'), 415],
  ['application/json;charset=iso-8859-1', 415],
  ['application/jsonx', 415],
  ['text/plain', 415],
  ['application/xml', 415],
  ['multipart/form-data', 415],
  ['nonsense', 415],
] as const)
  test(`a client described as ${type} is answered ${status}`, async ({ mock }) => {
    expect((await mock.call(`POST ${clientsPath}`, draft(), { headers: { 'content-type': type } })).status).toBe(status)
  })

for (const [accept, type] of [
  ['*/*', 'application/json'],
  ['application/*', 'application/json'],
  ['text/html, application/json;q=0.5', 'application/json'],
  [`application/json;q=0.2, ${vendor('OMNISSA')};q=0.9`, vendor('Omnissa')],
  [`application/json;q=0, ${vendor('vmware')}, */*;q=0.1`, vendor('vmware')],
  ['', 'application/json'],
  ['image/png', undefined],
  ['application/json;q=0', undefined],
  ['text/plain;note="application/json, */*"', undefined],
] as const)
  test(`Accept "${accept}" is answered with ${type ?? '406'}`, async ({ mock }) => {
    const answer = await mock.call(`POST ${clientsPath}`, draft(), { headers: { accept } })

    expect(answer.status, answer.text).toBe(type === undefined ? 406 : 201)
    expect(answer.headers.get('content-type')).toBe(type ?? 'application/json')
  })

const good = JSON.stringify(draft({ client_id: 'never-made' }))

for (const [what, body, status] of [
  ['nothing', '', 400],
  ['a truncated object', good.slice(0, -1), 400],
  ['a trailing comma', good.replace('}', ',}'), 400],
  ['single quotes', good.replaceAll('"', "'"), 400],
  ['a byte order mark', `\uFEFF${good}`, 400],
  ['two documents', good + good, 400],
  ['a list', `[${good}]`, 400],
  ['a string', '"x"', 400],
  ['null', 'null', 400],
  ['a member twice', good.replace('{', '{"client_id":"other",'), 400],
  ['a member twice, once escaped', good.replace('{', String.raw`{"client\u005fid":"other",`), 400],
  ['65 levels', good.replace('}', `,"x":${'['.repeat(64)}${']'.repeat(64)}}`), 400],
  ['ten thousand levels', '['.repeat(10_000), 400],
  ['more than a megabyte', `{"x":"${'x'.repeat(1_100_000)}"}`, 413],
  ['more than the tenant reads', `{"x":"${'x'.repeat(5_000_000)}"}`, 413],
] as const)
  test(`${what} is refused with ${status}, and the connection stays good`, async ({ mock }) => {
    const answer = await mock.call(`POST ${clientsPath}`, body, { headers: { 'content-type': 'application/json' } })

    expect(answer.status, answer.text).toBe(status)
    expect(answer.body.errors).toHaveLength(1)
    expect((await mock.call(`GET ${clientsPath}/never-made`)).status).toBe(404)
  })

test('prototype names, and names in strings, are ordinary', async ({ mock }) => {
  const body = JSON.stringify(draft({ secret: 'a "b": \\ "b": {[' })).replace(
    '{',
    '{"__proto__":{"scope":[]},"constructor":1,',
  )

  expect(
    (await mock.call(`POST ${clientsPath}`, body, { headers: { 'content-type': 'application/json' } })).status,
  ).toBe(201)
})

test('invalid UTF-8 is refused', async ({ mock }) => {
  const body = Buffer.concat([Buffer.from('{"x":"'), Buffer.from([0xff]), Buffer.from('"}')])

  const answer = await mock.call(`POST ${clientsPath}`, body, { headers: { 'content-type': 'application/json' } })
  expect(answer.body.errors).toMatchObject([{ code: 'request.body.encoding' }])
})

test('the vendor types of lists and rotations are understood on those operations', async ({ mock }) => {
  const list = vendor('Omnissa', 'oauth2client.list')
  const rotation = { 'content-type': vendor('vmware', 'oauth2client.secret.rotation') }

  expect(
    (await mock.call(`GET ${clientsPath}`, undefined, { headers: { accept: list } })).headers.get('content-type'),
  ).toBe(list)
  const path = `${clientsPath}/${await mock.made()}?action=start-rotate-secret`
  expect((await mock.call(`POST ${path}`, { secondary_secret: 's' }, { headers: rotation })).status).toBe(204)
})
