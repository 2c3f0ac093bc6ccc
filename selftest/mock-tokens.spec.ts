import { expect } from '@playwright/test'
import { basic, clientsPath, test } from './mock-tenant'
import type { Mock } from './mock-tenant'

const claimsOf = (jwt: string): Record<string, unknown> =>
  JSON.parse(Buffer.from(jwt.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>

const post = ({ call }: Mock, form: Record<string, string> | string, headers: Record<string, string> = {}) =>
  call('POST /acs/token', new URLSearchParams(form), { token: '', headers })

const one = { grant_type: 'client_credentials' }

test('minutes in the record are seconds on the wire, and a token dies when they have passed', async ({ mock }) => {
  const id = await mock.made({ access_token_ttl: 1, rule_set_names: ['TENANT_ADMIN'] })
  const { body } = await mock.grant(id, `${id}-secret`)
  const token = String(body.access_token)

  expect(body).toMatchObject({ token_type: 'Bearer', expires_in: 60, scope: 'admin' })
  expect(Number(claimsOf(token).exp) - Number(claimsOf(token).iat)).toBe(60)
  await mock.advance(id, 50)
  expect((await mock.call(`GET ${clientsPath}`, undefined, { token })).status).toBe(200)
  await mock.advance(id, 15)
  expect((await mock.call(`GET ${clientsPath}`, undefined, { token })).status).toBe(401)
  expect((await mock.call(`GET ${clientsPath}`)).status).toBe(200)
  expect(
    (await mock.call(`GET ${clientsPath}`, undefined, { token: await mock.token(id, `${id}-secret`) })).status,
  ).toBe(200)
})

test('secrets are taken as they are, over their whole length', async ({ mock }) => {
  const secret = `a:b%41+c@#$ d${'x'.repeat(80)}`
  const id = await mock.made({ secret })

  expect((await mock.grant(id, secret)).status).toBe(200)
  for (const wrong of [secret.slice(0, 72), `${secret} `, secret.toUpperCase(), '', encodeURIComponent(secret)])
    expect((await mock.grant(id, wrong)).status, wrong.slice(0, 5)).toBe(401)
})

test('whoever fails to authenticate learns the same, whatever failed', async ({ mock }) => {
  const id = await mock.made()
  const attempts = [
    basic(id, 'wrong'),
    basic('nobody', 'wrong'),
    'Basic',
    'Basic !',
    `Basic ${btoa('nocolon')}`,
    'Basic Og==',
    'Bearer x',
    `Basic ${'A'.repeat(8192)}`,
  ]

  for (const authorization of attempts) {
    const answer = await post(mock, { ...one, client_id: id, client_secret: `${id}-secret` }, { authorization })
    expect(answer.status, authorization.slice(0, 20)).toBe(401)
    expect(answer.headers.get('www-authenticate')).toMatch(/^Basic realm=/)
    expect(answer.body).toEqual({ error: 'invalid_client', error_description: 'Client authentication failed.' })
  }
})

test('form credentials count where there is no header, those in the URI never', async ({ mock }) => {
  const id = await mock.made()
  const other = await mock.made()
  const pair = { client_id: id, client_secret: `${id}-secret` }

  expect((await post(mock, { ...one, ...pair })).status).toBe(200)
  const both = await post(
    mock,
    { ...one, ...pair },
    { authorization: basic(other, `${other}-secret`).replace('Basic', 'bAsIc') },
  )
  expect(claimsOf(String(both.body.access_token)).sub).toBe(other)
  const query = new URLSearchParams(pair).toString()
  expect((await mock.call(`POST /acs/token?${query}`, new URLSearchParams(one), { token: '' })).status).toBe(401)
})

const refusals = [
  ['', 'invalid_request'],
  ['grant_type=', 'invalid_request'],
  ['grant_type=magic', 'unsupported_grant_type'],
  ['grant_type=CLIENT_CREDENTIALS', 'unsupported_grant_type'],
  ['grant_type=password', 'unauthorized_client'],
  ['grant_type=urn:ietf:params:oauth:grant-type:jwt-bearer&assertion=x', 'unauthorized_client'],
  ['grant_type=client_credentials&grant_type=client_credentials', 'invalid_request'],
  ['grant_type=client_credentials&scope=admin&scope=user', 'invalid_request'],
  ['grant_type=client_credentials&scope=adm<in', 'invalid_scope'],
  [`grant_type=client_credentials&scope=${'a'.repeat(1025)}`, 'invalid_scope'],
  [`grant_type=client_credentials&client_id=${'a'.repeat(257)}`, 'invalid_request'],
  ['grant_type=authorization_code', 'invalid_request'],
  ['grant_type=authorization_code&code=c&redirect_uri=https://app.example/', 'invalid_grant'],
  ['grant_type=refresh_token', 'invalid_request'],
  ['grant_type=refresh_token&refresh_token=abc123', 'invalid_grant'],
  ['grant_type=refresh_token&refresh_token=a-b', 'invalid_request'],
] as const

for (const [form, error] of refusals)
  test(`"${form.slice(0, 70)}" is ${error}`, async ({ mock }) => {
    const id = await mock.made({
      grant_types: ['client_credentials', 'authorization_code', 'refresh_token'],
      redirect_uris: ['https://app.example/'],
      refresh_token_ttl: 60,
      refresh_token_idle_ttl: 60,
    })
    const answer = await post(mock, form, { authorization: basic(id, `${id}-secret`) })

    expect(answer.status).toBe(400)
    expect(answer.body.error).toBe(error)
    expect(answer.body.error_description).toMatch(/^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/)
    expect(answer.headers.get('cache-control')).toBe('no-store')
  })

test('scopes: all when none is asked for, the registered ones among those that are, never a foreign one', async ({
  mock,
}) => {
  const id = await mock.made({ scope: ['user', 'openid', 'profile'] })
  const granted = async (scope: string) => (await mock.grant(id, `${id}-secret`, { scope })).body.scope

  expect(await granted('')).toBe('user openid profile')
  expect(await granted('profile user')).toBe('user profile')
  expect(await granted('user admin')).toBe('user')
  expect(await granted('ADMIN')).toBe('user openid profile')
  expect(claimsOf(await mock.token(id, `${id}-secret`, { scope: 'openid' })).scope).toBe('openid')
})

test('a revoked token is dead, alone, and only its owner can kill it', async ({ mock }) => {
  const [id, other] = [await mock.made({ rule_set_names: ['TENANT_ADMIN'] }), await mock.made()]
  const [first, second] = [await mock.token(id, `${id}-secret`), await mock.token(id, `${id}-secret`)]
  const revoke = async (form: Record<string, string>, owner: string, secret = `${owner}-secret`) =>
    (
      await mock.call('POST /acs/revoke', new URLSearchParams(form), {
        headers: { authorization: basic(owner, secret) },
      })
    ).status
  const status = async (token: string) => (await mock.call(`GET ${clientsPath}`, undefined, { token })).status

  expect([
    await revoke({ token: first }, other),
    await revoke({ token: first }, id, 'wrong'),
    await revoke({}, id),
  ]).toEqual([400, 401, 400])
  expect(await status(first)).toBe(200)
  expect(await revoke({ token: first, token_type_hint: 'refresh_token' }, id)).toBe(200)
  expect([await status(first), await status(second)]).toEqual([401, 200])
  expect([await revoke({ token: first }, id), await revoke({ token: 'never.seen.before' }, id)]).toEqual([200, 200])
})

test('a JSON body obtains and revokes nothing', async ({ mock }) => {
  const headers = { authorization: basic(mock.client.id, mock.client.secret) }

  for (const path of ['/acs/token', '/acs/revoke']) {
    const answer = await mock.call(`POST ${path}`, one, { headers })
    expect(answer.status).toBe(400)
    expect(answer.body.error).toBe('invalid_request')
  }
})

test('tokens that were tampered with are no tokens', async ({ mock }) => {
  const token = await mock.token()
  const [header = '', payload = '', signature = ''] = token.split('.')
  const encoded = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url')
  const forged = [
    `${header}.${payload}.${signature.slice(0, 100)}${signature[100] === 'A' ? 'B' : 'A'}${signature.slice(101)}`,
    `${header}.${encoded({ ...claimsOf(token), exp: 9_999_999_999 })}.${signature}`,
    `${encoded({ alg: 'none' })}.${payload}.`,
    `${encoded({ alg: 'nOnE' })}.${payload}.${signature}`,
    `${encoded({ alg: 'RS256', kid: '../../dev/null' })}.${payload}.${signature}`,
    `${header}.${payload}`,
    `${token}.${signature}`,
    `${token} x`,
    'abc',
  ]

  for (const bad of forged) {
    const answer = await mock.call(`GET ${clientsPath}`, undefined, { token: bad })
    expect(answer.status, bad.slice(0, 20)).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="acs", error="invalid_token"')
  }
})
