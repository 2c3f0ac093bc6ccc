import { choice, expect, note, oddity, readDiscovery, test, verifies } from '../../harness'
import { discovered } from './advertised'

const addresses = ['issuer', 'authorization_endpoint', 'token_endpoint', 'jwks_uri'] as const
const lists = ['response_types_supported', 'subject_types_supported', 'id_token_signing_alg_values_supported'] as const

/** The documented response types, in the order of the alphabet: the order of their members is free. */
const documented = ['code', 'code id_token', 'code id_token token', 'code token', 'id_token', 'id_token token']

/** Response types of other documents, which do no harm. */
const known = ['token', 'none']

const isListOfTexts = (value: unknown): value is readonly string[] =>
  Array.isArray(value) && value.every(item => typeof item === 'string' && item !== '')

const inOrder = (type: unknown) =>
  typeof type === 'string' ? type.split(' ').filter(Boolean).toSorted().join(' ') : JSON.stringify(type)

test.describe('what discovery says', () => {
  test(...verifies('OIDC-001'), async ({ send }) => {
    const reply = await send(readDiscovery())

    expect(reply).toHaveStatus(200)
    expect(reply).toHaveMediaType('application/json')
    for (const member of addresses) expect(reply.at(`/${member}`), member).toMatch(/^\S+$/)
    for (const member of lists) {
      const value = reply.at(`/${member}`)
      expect(isListOfTexts(value), member).toHold('a list of texts', JSON.stringify(value) ?? 'absent')
    }
  })

  test(...verifies('OIDC-005'), async ({ send }) => {
    const discovery = await discovered(send)

    const algorithms = discovery.at('/id_token_signing_alg_values_supported')

    expect(algorithms, 'id_token_signing_alg_values_supported').toInclude('RS256')
    if ((algorithms as unknown[]).includes('none')) oddity('id_token_signing_alg_values_supported offers none')
  })

  test(...verifies('OIDC-006', 'subject types'), async ({ send }) => {
    const discovery = await discovered(send)

    const types = discovery.at('/subject_types_supported')

    expect(types, 'subject_types_supported').toBePresent()
    for (const type of [types].flat()) expect(type, 'each of subject_types_supported').toBeOneOf('pairwise', 'public')
  })

  test(...verifies('OIDC-006', 'response types'), async ({ send }) => {
    const discovery = await discovered(send)

    const types = [discovery.at('/response_types_supported') ?? []].flat().map(inOrder)

    choice('OIDC-006', 'response_types_supported lists', types.toSorted().join(', ') || 'nothing')
    expect(types, 'response_types_supported').toBePresent()
    for (const type of types) expect(type, 'each of response_types_supported').toBeOneOf(...documented, ...known)
  })

  test(...verifies('OIDC-007'), async ({ send }) => {
    const discovery = await discovered(send)

    const members = Object.entries(discovery.json() as Readonly<Record<string, unknown>>)
    const empty = members.filter(([, value]) => Array.isArray(value) && value.length === 0).map(([name]) => name)

    expect(empty, 'the empty lists of the discovery document').toBeAbsent()
    expect(discovery.at('/scopes_supported') ?? ['openid'], 'scopes_supported').toInclude('openid')
    expect(
      discovery.at('/token_endpoint_auth_methods_supported') ?? ['client_secret_basic'],
      'token_endpoint_auth_methods_supported',
    ).toInclude('client_secret_basic')
  })

  test(...verifies('OIDC-009'), async ({ send }) => {
    const discovery = await discovered(send)

    const methods = discovery.at('/code_challenge_methods_supported')

    if (methods === undefined) note('measured', 'discovery is silent about proof keys, as the reference is')
    expect(methods ?? ['S256'], 'code_challenge_methods_supported').toInclude('S256')
    expect(methods ?? ['S256'], 'code_challenge_methods_supported').toExclude('plain')
  })
})
