import { choice, expect, fateOf, oddity, test, verifies } from '../../harness'
import { begins, expectLogin, isRefused, isLogin, loginClient, loginWith, parametersOf } from './login'
import { inWords } from './redirect'
import { errorIn } from './told'

const incomplete = [
  ['no client_id', { client_id: undefined }],
  ['an unknown client_id', { client_id: 'cfh-nobody-has-this-name' }],
  ['no redirect_uri', { redirect_uri: undefined }],
] as const

/** Neighbours of the registered address, and whether a tenant may match them: an added query is tolerated. */
const neighbours = [
  ['another host', 'https://other.example/callback', false],
  ['a longer host', 'https://app.example.evil.example/callback', false],
  ['the host as user of another one', 'https://app.example@evil.example/callback', false],
  ['a user', 'https://user@app.example/callback', false],
  ['plain http', 'http://app.example/callback', false],
  ['another port', 'https://app.example:8443/callback', false],
  ['a longer path', 'https://app.example/callbacks', false],
  ['a path below', 'https://app.example/callback/more', false],
  ['the path in upper case', 'https://app.example/CALLBACK', false],
  ['a way through another path', 'https://app.example/other/../callback', false],
  ['an encoded way out of the path', 'https://app.example/callback/%2e%2e/admin', false],
  ['an added query', 'https://app.example/callback?more=1', true],
] as const

const pattern = 'https://*.h1.example/auth/*'

const beyondTheirSection = [
  ['the host in the path', 'https://evil.example/.h1.example/auth/x'],
  ['the host in the query', 'https://evil.example?.h1.example/auth/'],
  ['the host in the fragment', 'https://evil.example#.h1.example/auth/'],
  ['the host behind a backslash', 'https://evil.example\\.h1.example/auth/x'],
  ['the host as the start of another', 'https://a.h1.example.evil.example/auth/x'],
  ['the host without its label', 'https://h1.example.evil.example/auth/'],
  ['another path', 'https://a.h1.example/other/x'],
] as const

test.describe('where a login may lead back to', () => {
  test(...verifies('OIDC-019'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    for (const [slip, change] of incomplete) {
      const reply = await send(loginWith(parameters, change))

      expect(isRefused(reply), `the answer to ${slip}`).toHold(
        'a refusal with 400, and no redirect',
        inWords(reply, tenant),
      )
      if (reply.status !== 400) oddity(`${slip} was refused with ${reply.status}, not 400`)
      choice('OIDC-019', `a login with ${slip} is refused`, reply.json() === undefined ? 'on a page' : 'in JSON')
      expect(errorIn(reply), `error of ${slip}`).toBePresent()
      const isPage = reply.json() === undefined
      expect(isPage || reply.at('/error_description'), `error_description of ${slip}`).toBePresent()
    }
  })

  test(...verifies('OIDC-020'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given))
    await begins(send, loginWith(parameters), tenant)

    for (const [slip, redirect_uri, isTolerated] of neighbours) {
      const reply = await send(loginWith(parameters, { redirect_uri }))

      const isMatched = isTolerated && isLogin(reply, redirect_uri, tenant)
      if (isMatched) oddity(`a redirect_uri with ${slip} matches the registered one`)
      expect(isMatched || isRefused(reply), `the answer to a redirect_uri with ${slip}`).toHold(
        'a refusal with 400, and no redirect',
        inWords(reply, tenant),
      )
      if (!isMatched && reply.status !== 400) oddity(`a redirect_uri with ${slip} was refused with ${reply.status}`)
    }
  })

  test(...verifies('OIDC-021'), async ({ given, send, tenant }) => {
    const parameters = parametersOf(await loginClient(given, { redirect_uris: [pattern] }))
    const [inside, deeper] = ['https://a.h1.example/auth/x', 'https://a.b.h1.example/auth/x']

    const matched = await send(loginWith(parameters, { redirect_uri: inside }))
    const two = await send(loginWith(parameters, { redirect_uri: deeper }))

    choice('OIDC-021', 'a wildcard that stands for two labels of a host is', fateOf(two))
    expectLogin(matched, inside, `redirect_uri ${inside}, which fits ${pattern},`, tenant)
    for (const [slip, redirect_uri] of beyondTheirSection) {
      const reply = await send(loginWith(parameters, { redirect_uri }))
      expect(isRefused(reply), `the answer to ${redirect_uri}, ${slip}, for ${pattern}`).toHold(
        'a refusal with 400, and no redirect',
        inWords(reply, tenant),
      )
    }
  })
})
