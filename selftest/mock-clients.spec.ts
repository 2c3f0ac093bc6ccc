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
