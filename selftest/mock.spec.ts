import { expect } from '@playwright/test'
import { operations } from '../specs'
import type { Operation } from '../specs'
import { routes } from '../mock/routes'
import { basic, clientsPath, draft, test } from './mock-tenant'
import type { Answer, Mock } from './mock-tenant'

const all: readonly Operation[] = Object.values(operations)
const lineOf = ({ method, path }: Operation): string => `${method} ${path}`
const served: readonly Operation[] = all.filter(({ path }) => path.startsWith('/acs/'))

const revoke = async (mock: Mock): Promise<Answer> => {
  const id = await mock.made()
  const form = new URLSearchParams({ token: await mock.token(id, `${id}-secret`) })
  return mock.call('POST /acs/revoke', form, { headers: { authorization: basic(id, `${id}-secret`) } })
}

/** One successful call of each operation that succeeds without a user. */
const successes: Readonly<Record<string, (mock: Mock) => Promise<Answer>>> = {
  'POST /acs/token': ({ grant, client }) => grant(client.id, client.secret),
  'POST /acs/revoke': revoke,
  'GET /acs/jwks': ({ call }) => call('GET /acs/jwks', undefined, { token: '' }),
  'GET /acs/.well-known/openid-configuration': ({ call }) =>
    call('GET /acs/.well-known/openid-configuration', undefined, { token: '' }),
  [`GET ${clientsPath}`]: ({ call }) => call(`GET ${clientsPath}`),
  [`POST ${clientsPath}`]: ({ call }) => call(`POST ${clientsPath}`, draft()),
  [`GET ${clientsPath}/{id}`]: async ({ call, made }) => call(`GET ${clientsPath}/${await made()}`),
  [`PATCH ${clientsPath}/{id}`]: async ({ call, made }) =>
    call(`PATCH ${clientsPath}/${await made()}`, { access_token_ttl: 5 }),
  [`POST ${clientsPath}/{id}`]: async ({ call, made }) =>
    call(`POST ${clientsPath}/${await made()}?action=start-rotate-secret`, { secondary_secret: 'second' }),
  [`DELETE ${clientsPath}/{id}`]: async ({ call, made }) => call(`DELETE ${clientsPath}/${await made()}`),
}

/** Operations that need a user, whom this tenant does not have; tried in the tests of their own. */
const withoutUser = [
  'GET /acs/authorize',
  'GET /acs/userinfo',
  'POST /acs/userinfo',
  'GET /acs/openid/logout',
  'POST /acs/openid/logout',
]

test('every operation under /acs is served, and no other', () => {
  const lines: readonly string[] = routes.map(({ line }) => line).filter(line => line.includes(' /acs/'))

  expect(lines.toSorted()).toEqual(served.map(lineOf).toSorted())
})

test('every operation succeeds here, or needs a user', () => {
  expect([...Object.keys(successes), ...withoutUser].toSorted()).toEqual(served.map(lineOf).toSorted())
})

for (const operation of served.filter(served => lineOf(served) in successes))
  test(`${lineOf(operation)} answers a documented success`, async ({ mock }) => {
    const answer = await successes[lineOf(operation)]?.(mock)

    const [status, body] = Object.entries(operation.answers).find(([code]) => code.startsWith('2')) ?? []
    expect(String(answer?.status), answer?.text).toBe(status)
    expect(answer?.headers.get('content-type') ?? undefined).toBe(body?.mediaType)
  })

for (const operation of served.filter(({ authentication }) => authentication === 'admin'))
  test(`${lineOf(operation)} refuses strangers before anything else`, async ({ mock }) => {
    const path = operation.path.replace('{id}', 'nobody%2F%00')
    const answer = await mock.call(`${operation.method} ${path}`, operation.method === 'GET' ? undefined : '{', {
      token: '',
    })

    expect(answer.status).toBe(401)
    expect(answer.headers.get('www-authenticate')).toBe('Bearer realm="acs"')
    expect(answer.body.errors).toHaveLength(1)
  })

for (const path of new Set(served.map(({ path }) => path)))
  test(`${path} answers an undocumented method with 405 and the documented ones`, async ({ mock }) => {
    const answer = await mock.call(`PUT ${path.replace('{id}', 'bootstrap')}`, new URLSearchParams())

    const documented = served.filter(operation => operation.path === path).map(({ method }) => method)
    expect(answer.status).toBe(405)
    expect(
      answer.headers
        .get('allow')
        ?.split(', ')
        .filter(name => name !== 'HEAD')
        .toSorted(),
    ).toEqual(documented.toSorted())
  })

test('what is unknown is 404 for those who may ask, and 401 for others', async ({ mock }) => {
  for (const path of [
    '/',
    '/acs',
    `${clientsPath}/`,
    `/${clientsPath}`,
    clientsPath.toUpperCase(),
    `${clientsPath}/a/b`,
  ]) {
    expect((await mock.call(`GET ${path}`)).status, path).toBe(404)
    expect((await mock.call(`GET ${path}`, undefined, { token: '' })).status, path).toBe(401)
  }
})

test('HEAD is GET without a body', async ({ mock }) => {
  const [get, head] = [await mock.call('GET /acs/jwks'), await mock.call('HEAD /acs/jwks')]

  expect(head.status).toBe(200)
  expect(head.text).toBe('')
  expect(head.headers.get('content-length')).toBe(get.headers.get('content-length'))
  expect(head.headers.get('content-type')).toBe(get.headers.get('content-type'))
})
