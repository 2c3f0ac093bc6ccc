import { expect } from '@playwright/test'
import { clientsPath, draft, test } from './mock-tenant'
import type { Mock } from './mock-tenant'

const read = async ({ call }: Mock, id: string) => (await call(`GET ${clientsPath}/${id}`)).body

test('a change replaces what it mentions and leaves the rest', async ({ mock }) => {
  const id = await mock.made({
    redirect_uris: ['https://a.example/', 'https://b.example/'],
    refresh_token_ttl: 9,
    rule_set_names: ['TENANT_ADMIN'],
  })
  const before = await read(mock, id)
  const patch = async (change: object) => (await mock.call(`PATCH ${clientsPath}/${id}`, change)).status

  expect(await patch({ redirect_uris: ['https://c.example/'], access_token_ttl: 5, client_id: id })).toBe(200)
  expect(await read(mock, id)).toEqual({ ...before, redirect_uris: ['https://c.example/'], access_token_ttl: 5 })
  expect(await patch({ redirect_uris: [], rule_set_names: [], refresh_token_ttl: 0 })).toBe(200)
  expect(await read(mock, id)).toMatchObject({ redirect_uris: [], rule_set_names: [] })
  expect(await read(mock, id)).not.toHaveProperty('refresh_token_ttl')
  expect(await patch({ client_id: 'another' })).toBe(400)
  expect((await mock.grant(id, `${id}-secret`)).body.expires_in).toBe(300)
  expect(await patch({ secret: 'renewed' })).toBe(200)
  expect([(await mock.grant(id, `${id}-secret`)).status, (await mock.grant(id, 'renewed')).status]).toEqual([401, 200])
})

for (const [query, status, survives] of [
  ['', 200, false],
  ['?revoke_token_on_rule_set_removal=true', 200, false],
  ['?revoke_token_on_rule_set_removal=false', 200, true],
  ['?revoke_token_on_rule_set_removal=maybe', 400, true],
] as const)
  test(`removing a rule set with "${query}" ${survives ? 'keeps' : 'withdraws'} the tokens`, async ({ mock }) => {
    const id = await mock.made({ rule_set_names: ['TENANT_ADMIN', 'READ_ONLY_TENANT_ADMIN'] })
    const token = await mock.token(id, `${id}-secret`)
    const works = async () => (await mock.call(`GET ${clientsPath}`, undefined, { token })).status

    const reordered = { rule_set_names: ['READ_ONLY_TENANT_ADMIN', 'TENANT_ADMIN'], access_token_ttl: 9 }
    await mock.call(`PATCH ${clientsPath}/${id}${query}`, reordered)
    expect(await works()).toBe(200)
    expect(
      (await mock.call(`PATCH ${clientsPath}/${id}${query}`, { rule_set_names: ['READ_ONLY_TENANT_ADMIN'] })).status,
    ).toBe(status)
    expect(await works()).toBe(survives ? 200 : 401)
  })

test('a deleted client is gone, its name is free, its tokens and secret are nobody’s', async ({ mock }) => {
  const id = await mock.made({ rule_set_names: ['TENANT_ADMIN'] })
  const token = await mock.token(id, `${id}-secret`)
  const remove = () => mock.call(`DELETE ${clientsPath}/${id}`)

  expect([await remove(), await remove()].map(({ status }) => status)).toEqual([204, 404])
  expect((await mock.grant(id, `${id}-secret`)).status).toBe(401)
  expect(
    (
      await mock.call(
        `POST ${clientsPath}`,
        draft({ client_id: id, secret: 'another', rule_set_names: ['TENANT_ADMIN'] }),
      )
    ).status,
  ).toBe(201)
  expect((await mock.call(`GET ${clientsPath}`, undefined, { token })).status).toBe(401)
  expect([(await mock.grant(id, `${id}-secret`)).status, (await mock.grant(id, 'another')).status]).toEqual([401, 200])
})
