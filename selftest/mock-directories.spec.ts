import { expect } from '@playwright/test'
import { operations } from '../specs'
import type { Operation } from '../specs'
import { routes } from '../mock/routes'
import { test } from './mock-tenant'
import type { Answer, Mock } from './mock-tenant'

const directories = '/usergroup/broker/directories'
const providers = '/federation/broker/identity-providers'
const users = '/usergroup/scim/v2/Users'
const groups = '/usergroup/scim/v2/Groups'

let names = 0
const name = () => `mock selftest ${(names += 1)}`

const directoryOf = async ({ call }: Mock, members: Record<string, unknown> = {}): Promise<Answer> =>
  call(`POST ${directories}`, { name: name(), ...members })

const syncOf = async (mock: Mock, id: unknown, body: unknown = { generate_token: true }) =>
  (await mock.call(`POST ${directories}/${String(id)}/sync-client?action=generate_credentials`, body)).body

/** A provisioned directory and the verbs of its sync client. */
const provisioned = async (mock: Mock) => {
  const { id } = (await directoryOf(mock)).body
  const token = String((await syncOf(mock, id)).access_token)
  const scim = (line: string, body?: unknown) =>
    mock.call(line, body === undefined ? undefined : JSON.stringify(body), {
      token,
      headers: body === undefined ? {} : { 'content-type': 'application/scim+json' },
    })
  return { id, token, scim }
}

test('what is served outside /acs is documented', () => {
  const documented = Object.values(operations).map(({ method, path }: Operation) => `${method} ${path}`)

  // The example of jwks_uri in the reference, which is no operation of it.
  const advertised = 'GET /SAAS/API/1.0/REST/auth/token'
  const lines = routes.map(({ line }) => line as string).filter(line => line !== advertised)

  expect(lines.filter(line => !documented.includes(line))).toEqual([])
})

test('nothing is disclosed to strangers, on paths that exist and on those that do not', async ({ mock }) => {
  for (const path of [
    directories,
    providers,
    users,
    groups,
    '/usergroup/scim/v2/Me',
    '/federation/broker/saml-sp-metadata/xml',
  ])
    expect((await mock.call(`GET ${path}`, undefined, { token: '' })).status, path).toBe(401)
  expect((await mock.call('GET /federation/broker/saml-sp-metadata/xml')).status).toBe(404)
})

test('names and domains of directories are unique until their deletion is over', async ({ mock }) => {
  const { call } = mock
  const members = { name: name(), domains: ['one.example', 'two.example'], default_domain: 'two.example' }
  const { status, body } = await directoryOf(mock, members)

  expect(status).toBe(201)
  expect((await call(`GET ${directories}/${String(body.id)}`)).body).toMatchObject(members)
  expect((await directoryOf(mock, members)).status).toBe(409)
  expect((await directoryOf(mock, { domains: ['TWO.example'] })).status).toBe(409)
  expect((await call(`DELETE ${directories}/${String(body.id)}`)).status).toBe(202)
  await mock.advance(String(body.id), 1)
  expect((await call(`GET ${directories}/${String(body.id)}`)).status).toBe(404)
  expect((await directoryOf(mock, members)).status).toBe(201)
})

const wrongDirectories: readonly Record<string, unknown>[] = [
  { name: 'a'.repeat(129) }, { name: 'a/b' }, { name: ' ' }, { name: null }, { domains: ['a', 'a'] },
  { domains: Array.from({ length: 31 }, (_, n) => `d${n}.example`) }, { default_domain: 'elsewhere.example' },
  { source: 'LDAP' }, { type: '' }, { attributes: { attemptDecodeExternalIdAsMSGuid: 'yes' } },
] // prettier-ignore

test('a change of a directory is all or nothing, within its limits', async ({ mock }) => {
  const { body } = await directoryOf(mock, { domains: ['kept.example'], type: 'PROVISIONED' })
  const at = `${directories}/${String(body.id)}`

  for (const members of wrongDirectories) {
    expect((await directoryOf(mock, members)).status, JSON.stringify(members)).toBe(400)
    if ('type' in members) continue
    expect((await mock.call(`PATCH ${at}`, { source: 'OKTA', ...members })).status, JSON.stringify(members)).toBe(400)
  }
  expect((await mock.call(`PATCH ${at}`, { domains: [] })).status).toBe(400)
  expect((await mock.call(`GET ${at}`)).body).toEqual(body)
  expect((await mock.call(`PATCH ${at}`, { name: '目录', source: 'OKTA' })).body).toEqual({
    ...body,
    name: '目录',
    source: 'OKTA',
  })
})

test('new credentials of a sync client end the old ones, and it may do nothing but provision', async ({ mock }) => {
  const { id, token, scim } = await provisioned(mock)
  expect((await scim(`GET ${users}`)).status).toBe(200)
  expect((await mock.call(`GET ${directories}`, undefined, { token })).status).toBe(403)

  const { client_id, client_secret } = await syncOf(mock, id, { generate_token: false, token_ttl: 1 })

  expect((await scim(`GET ${users}`)).status).toBe(401)
  expect((await mock.grant(String(client_id), String(client_secret))).body.expires_in).toBe(60)
  const shown = await mock.call(`GET ${directories}/${String(id)}/sync-client`)
  expect(shown.body).toMatchObject({ client_id, generate_token: false, token_ttl: 1 })
  expect(shown.text).not.toContain(String(client_secret))
  await mock.call(`DELETE ${directories}/${String(id)}`)
  expect((await mock.grant(String(client_id), String(client_secret))).status).toBe(401)
})

test('an identity provider keeps its secret to itself and its profile through a change', async ({ mock }) => {
  const { id } = (await directoryOf(mock)).body
  const oidc_profile = { configuration_url: 'https://idp.example/c', client_id: 'c', client_secret: 'hidden-4711' }
  const members = {
    idp_name: name(),
    idp_type: 'OIDC',
    directory_list: [{ id: `urn:uuid:${String(id)}` }],
    oidc_profile,
  }
  const made = await mock.call(`POST ${providers}`, members)
  const at = `${providers}/${String(made.body.id)}`

  expect(made.status).toBe(201)
  expect((await mock.call(`POST ${providers}`, members)).status).toBe(409)
  expect((await mock.call(`PATCH ${at}`, { oidc_profile: { client_id: '' } })).status).toBe(400)
  const changed = await mock.call(`PATCH ${at}`, { oidc_profile: { token_params: { p: 'v' } } })
  expect(changed.body.oidc_profile).toMatchObject({ client_id: 'c', token_params: { p: 'v' } })
  expect(changed.text + made.text).not.toContain('hidden-4711')
  expect((await mock.call(`DELETE ${at}`)).status).toBe(204)
  expect((await mock.call(`DELETE ${at}`)).status).toBe(404)
})

test('SCIM speaks its own dialect and keeps directories apart', async ({ mock }) => {
  const [one, other] = [await provisioned(mock), await provisioned(mock)]
  const user = await one.scim(`POST ${users}`, { userName: 'Ada' })
  const group = await one.scim(`POST ${groups}`, { displayName: 'Staff', members: [{ value: user.body.id }] })

  expect([user.status, group.status]).toEqual([201, 201])
  expect((await one.scim(`GET ${users}/${String(user.body.id)}`)).body.groups).toMatchObject([{ value: group.body.id }])
  expect((await other.scim(`GET ${users}/${String(user.body.id)}`)).status).toBe(404)
  expect((await other.scim(`POST ${users}`, { userName: 'ada' })).status).toBe(201)
  const refused = await one.scim(`POST ${users}`, { userName: 'ada' })
  expect(refused.headers.get('content-type')).toBe('application/scim+json')
  expect(refused.body).toMatchObject({ status: '409', scimType: 'uniqueness' })
  expect((await one.scim(`PUT ${users}/${String(user.body.id)}`, {})).body).toMatchObject({ status: '405' })
  const filter = encodeURIComponent('userName eq "ADA"')
  expect((await one.scim(`GET ${users}?filter=${filter}`)).body).toMatchObject({ totalResults: 1 })
})
