import { expect } from '@playwright/test'
import { clientsPath, draft, test } from './mock-tenant'
import type { Answer, Mock } from './mock-tenant'

const codes = ({ body }: Answer): readonly unknown[] =>
  ((body.errors ?? []) as readonly { code: string }[]).map(({ code }) => code)
const read = async ({ call }: Mock, id: string) => (await call(`GET ${clientsPath}/${id}`)).body

test('a whole client comes back as it was sent, without its secret', async ({ mock }) => {
  const body = draft({
    scope: ['admin', 'user'],
    grant_types: ['authorization_code', 'refresh_token'],
    redirect_uris: ['https://*.app.example:8443/auth/*?x=1'],
    post_logout_redirect_uris: ['http://app.example/out'],
    rule_set_names: ['READ_ONLY_TENANT_ADMIN'],
    access_token_ttl: 10_080,
    refresh_token_ttl: 525_600,
    refresh_token_idle_ttl: 525_600,
  })
  const created = await mock.call(`POST ${clientsPath}`, {
    ...body,
    secret: 'known',
    id: 'mine',
    rotate_secret: true,
    x: 1,
  })

  expect(created.status).toBe(201)
  expect(created.body).toMatchObject({ ...body, rotate_secret: false })
  expect(created.text).not.toContain('known')
  expect(created.body.id).toMatch(/^[0-9a-f-]{36}$/)
  const self = new URL(created.headers.get('location') ?? '')
  expect(await mock.call(`GET ${self.pathname}`)).toMatchObject({ status: 200, body: created.body })
})

test('a generated secret is shown once and works', async ({ mock }) => {
  const { body } = await mock.call(`POST ${clientsPath}`, draft())
  const id = String(body.client_id)

  expect(String(body.secret).length).toBeGreaterThanOrEqual(43)
  expect((await mock.grant(id, String(body.secret))).status).toBe(200)
  expect(await read(mock, id)).not.toHaveProperty('secret')
})

const wrong: readonly (readonly [Record<string, unknown>, string])[] = [
  ...['', 'a'.repeat(257), 'a b', 'a/b', 'a:b', 'é', 'a\n', 7, null].map(
    client_id => [{ client_id }, 'client.id.invalid'] as const,
  ),
  ...[[], ['ban ana'], [''], ['adm<in'], [42], 'admin', null].map(scope => [{ scope }, 'scope.invalid'] as const),
  ...[[], ['foo'], ['CLIENT_CREDENTIALS'], 'password', null].map(
    grant_types => [{ grant_types }, 'grant.types.invalid'] as const,
  ),
  ...[['SUPER_ADMIN'], ['tenant_admin'], [''], null].map(
    rule_set_names => [{ rule_set_names }, 'rule.set.names.invalid'] as const,
  ),
  ...[0, -1, 1.5, '60', true, {}, 2_147_483_648].map(
    access_token_ttl => [{ access_token_ttl }, 'access.token.ttl.invalid'] as const,
  ),
  ...['foo', '/cb', '', 'http//x', 'javascript:alert(1)', 'https://a.example/#f', 'https://a b'].map(
    uri => [{ redirect_uris: [uri] }, 'redirect.uris.invalid'] as const,
  ),
  [{ post_logout_redirect_uris: ['foo'] }, 'post.logout.redirect.uris.invalid'],
  [{ secret: '' }, 'secret.invalid'],
  [{ grant_types: ['authorization_code'] }, 'redirect.uris.required'],
  [{ grant_types: ['authorization_code'], redirect_uris: [] }, 'redirect.uris.required'],
  [{ grant_types: ['refresh_token'], refresh_token_ttl: 60 }, 'refresh.token.ttl.required'],
  [{ grant_types: ['refresh_token'], refresh_token_ttl: 60, refresh_token_idle_ttl: 0 }, 'refresh.token.ttl.required'],
  [
    { grant_types: ['refresh_token'], refresh_token_ttl: 60, refresh_token_idle_ttl: 61 },
    'refresh.token.idle.ttl.too.long',
  ],
]

for (const [slip, code] of wrong)
  test(`${JSON.stringify(slip).slice(0, 80)} is refused as ${code}, on creation and on change`, async ({ mock }) => {
    const body = draft(slip)
    const created = await mock.call(`POST ${clientsPath}`, body)
    expect(created.status).toBe(400)
    expect(codes(created)).toEqual([`oauth2.client.${code}`])

    const id = await mock.made()
    const before = await read(mock, id)
    const patched = await mock.call(`PATCH ${clientsPath}/${id}`, {
      post_logout_redirect_uris: ['https://new.example/'],
      ...slip,
    })
    expect(patched.status).toBe(400)
    expect(codes(patched)).toContain(`oauth2.client.${code}`)
    expect(await read(mock, id)).toEqual(before)
  })

test('what is missing is named, all of it, in a fixed order', async ({ mock }) => {
  const expected = ['client.id', 'scope', 'grant.types'].map(member => `oauth2.client.${member}.missing`)
  expect(codes(await mock.call(`POST ${clientsPath}`, {}))).toEqual(expected)
})

test('the second of a name is refused in the published words, and of ten at once one wins', async ({ mock }) => {
  const body = draft()
  const answers = await Promise.all(Array.from({ length: 10 }, () => mock.call(`POST ${clientsPath}`, body)))

  expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([
    201,
    ...Array.from({ length: 9 }, () => 409),
  ])
  expect(answers.find(({ status }) => status === 409)?.body).toEqual({
    errors: [
      {
        code: 'oauth2.client.with.client.id.already.exists',
        message: `OAuth2 Client with client id ${String(body.client_id)} already exists.`,
        parameters: { oauth2_client_id: body.client_id },
      },
    ],
  })
})

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

test('rights: what each rule set and scope allows', async ({ mock }) => {
  const rights = async (members: Record<string, unknown>, form = {}) => {
    const id = await mock.made(members)
    const token = await mock.token(id, `${id}-secret`, form)
    const lines = [
      `GET ${clientsPath}`,
      `GET ${clientsPath}/${id}`,
      `POST ${clientsPath}`,
      `PATCH ${clientsPath}/${id}`,
    ]
    const answers = await Promise.all(
      lines.map(line =>
        mock.call(line, line.startsWith('GET') ? undefined : '{broken', { token, headers: { accept: 'image/png' } }),
      ),
    )
    return answers.map(({ status }) => status).join(' ')
  }
  const may = '406 406 406 406'
  const reads = '406 406 403 403'
  const nothing = '403 403 403 403'

  expect(await rights({ rule_set_names: ['TENANT_ADMIN'] })).toBe(may)
  expect(await rights({ rule_set_names: ['READ_ONLY_TENANT_ADMIN'] })).toBe(reads)
  expect(await rights({ rule_set_names: ['IDP_AND_DIRECTORY_ADMIN'] })).toBe(nothing)
  expect(await rights({ rule_set_names: ['IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN'] })).toBe(reads)
  expect(await rights({})).toBe(nothing)
  expect(await rights({ rule_set_names: ['TENANT_ADMIN'], scope: ['user'] })).toBe(nothing)
  expect(await rights({ rule_set_names: ['TENANT_ADMIN'], scope: ['admin', 'user'] }, { scope: 'user' })).toBe(nothing)
})

test('percent-encoding is decoded once, and nothing traverses', async ({ mock }) => {
  const id = await mock.made()

  expect((await mock.call(`GET ${clientsPath}/${id.replaceAll('-', '%2D')}`)).status).toBe(200)
  for (const other of [id.replaceAll('-', '%252D'), `${id};x=y`, `${id}%00`, '..%2F..%2Fjwks', '%zz', id.toUpperCase()])
    expect((await mock.call(`GET ${clientsPath}/${other}`)).status, other).toBe(404)
})
