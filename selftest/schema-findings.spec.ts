import { expect, test } from '@playwright/test'
import { schema, schemaNames, validate } from '../harness/schemas'

const token = { access_token: 'a', token_type: 'Bearer', expires_in: 60 }
const messages = (name: string, value: unknown, at?: string) => validate(name, value, at).map(({ message }) => message)

test('a value that fits has no findings', () => {
  expect(validate('oauth/token', token)).toEqual([])
})

test('a finding says where, what and which requirement', () => {
  expect(validate('oauth/token', { ...token, expires_in: 0 })).toEqual([
    { path: '/expires_in', message: '/expires_in must be >= 1 (TOK-004)', requirement: 'TOK-004' },
  ])
})

test('an absent member is named at its own place', () => {
  expect(messages('oauth/token', {})).toEqual([
    '/access_token is required, but absent (TOK-002)',
    '/token_type is required, but absent (TOK-003)',
    '/expires_in is required, but absent (TOK-004)',
  ])
})

test('the type that came is told, the value never', () => {
  const secret = 'c0rrect-horse'
  const client = { client_id: secret, grant_types: secret, scope: [secret, 'a b'], access_token_ttl: secret }

  const said = messages('clients/create', { ...client, secret: { hidden: secret }, rule_set_names: [secret] })

  expect(said).toContain('/access_token_ttl must be integer, but is a string (CLI-032)')
  expect(said).toContain('/secret must be string, but is an object (CLI-009)')
  expect(said).toContain(
    '/rule_set_names/0 must be one of "TENANT_ADMIN", "IDP_AND_DIRECTORY_ADMIN", "READ_ONLY_TENANT_ADMIN" (CLI-025)',
  )
  expect(said.join()).not.toContain(secret)
})

test('findings behind a reference and in a list carry their path and requirement', () => {
  const key = { kty: 'RSA', n: 'a', e: 'AQAB', d: 'private' }

  expect(messages('oauth/jwks', { keys: [key] })).toEqual(['/keys/0/d must be null, but is a string (OIDC-012)'])
  expect(messages('errors/vendor', { errors: [{ code: '' }] })).toEqual([
    '/errors/0/message is required, but absent (ERR-002)',
    '/errors/0/code must NOT have fewer than 1 characters (ERR-002)',
  ])
})

test('rules between members speak in words', () => {
  const refreshing = { client_id: 'a', grant_types: ['refresh_token'], scope: ['admin'] }

  expect(messages('clients/create', { ...refreshing, refresh_token_ttl: 1, refresh_token_idle_ttl: 2 })).toEqual([
    '/refresh_token_idle_ttl must not exceed refresh_token_ttl (CLI-031)',
  ])
  expect(messages('directories/create', { name: 'a', domains: ['b'], default_domain: 'c' })).toEqual([
    '/default_domain must be one of domains (DIR-011)',
  ])
})

test('with a pointer only that place counts', () => {
  const reply = { token_type: 'MAC', expires_in: -1 }

  expect(messages('oauth/token', reply, '/token_type')).toHaveLength(1)
  expect(messages('oauth/token', reply, '/access_token')).toEqual(['/access_token is required, but absent (TOK-002)'])
  expect(messages('oauth/token', reply, '/scope')).toEqual([])
})

test('a place that cannot exist is no clean place', () => {
  expect(messages('oauth/token', 'text', '/access_token')).toEqual(['the whole value must be object, but is a string'])
  expect(messages('errors/vendor', {}, '/errors/0/code')).toEqual(['/errors is required, but absent (ERR-001)'])
  expect(messages('errors/vendor', { errors: [] }, '/errors/0/code')).toHaveLength(1)
})

test('an unknown schema is refused with names like it', () => {
  expect(() => validate('clients/tokens', {})).toThrow(/no schema "clients\/tokens"; known are .*clients\/create/)
  expect(() => schema('')).toThrow('oauth/token')
  expect(schemaNames()).toContain('scim/user')
})
