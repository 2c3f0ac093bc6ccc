import {
  choice,
  decodeJws,
  expect,
  note,
  oddity,
  readKeys,
  test,
  verifies,
  type Send,
  type Tenant,
} from '../../harness'
import { guideClient } from '../token/guide-client'
import { atAdvertised, discovered } from './advertised'
import {
  algorithmFits,
  exponentOf,
  hasLeadingZero,
  keysIn,
  memberFault,
  modulusBits,
  nameOfKey,
  privateMembers,
} from './key-set'

test.describe('published keys', () => {
  test(...verifies('OIDC-010'), async ({ given, send, tenant }) => {
    const isSigning = decodeJws(await given.tokenOf(guideClient(tenant))) !== undefined

    const reply = await send(readKeys())
    test.skip(reply.status === 404 && !isSigning, 'the tenant signs no access tokens and publishes no keys')

    expect(reply).toHaveStatus(200)
    choice('OIDC-010', 'the key set comes as', reply.mediaType() ?? 'nothing in particular')
    expect(reply).toHaveMediaType('application/jwk-set+json', 'application/json')
    if (reply.mediaType() === 'application/json') oddity('the key set comes as application/json')
    expect(Array.isArray(reply.at('/keys')), 'keys').toHold('a list', typeof reply.at('/keys'))
    expect(reply.at('/keys'), 'keys').toBePresent()
  })

  test(...verifies('OIDC-011'), async ({ send }) => {
    const keys = keysIn(await send(readKeys()))

    note('measured', `the key set has ${keys.length} ${keys.length === 1 ? 'key' : 'keys'}`)
    for (const key of keys) {
      const fault = memberFault(key)
      expect(fault === undefined, nameOfKey(key)).toHold('complete, each member in base64url without padding', fault)
      if (hasLeadingZero(key)) oddity(`a number of ${nameOfKey(key)} begins with a zero byte`)
    }
  })

  for (const [place, at] of [
    ['/acs/jwks', readKeys],
    ['jwks_uri', async (send: Send, tenant: Tenant) => atAdvertised(await discovered(send), 'jwks_uri', 'GET', tenant)],
  ] as const)
    test(...verifies('OIDC-012', `at ${place}`), async ({ send, tenant }) => {
      const keys = keysIn(await send(await at(send, tenant)))

      for (const key of keys) {
        const published = privateMembers.filter(name => key[name] !== undefined && key[name] !== null)
        expect(published, `the private members of ${nameOfKey(key)}`).toBeAbsent()
      }
    })

  test(...verifies('OIDC-013'), async ({ send }) => {
    const keys = keysIn(await send(readKeys()))

    // Keys of two families may share a name where they stand for each other (RFC 7517 4.5).
    const names = keys.map(({ kty, kid }) => `${String(kty)} ${String(kid)}`)
    expect(new Set(names).size, 'the number of names').toBe(keys.length)
    for (const key of keys) {
      expect(keys.length === 1 ? (key.kid ?? 'the only one') : key.kid, 'kid').toMatch(/./)
      expect(key.use ?? 'sig', `use of ${nameOfKey(key)}`).toBeOneOf('sig', 'enc')
      expect(algorithmFits(key), `alg of ${nameOfKey(key)}`).toHold('one for its kty', JSON.stringify(key.alg))
    }
  })

  test(...verifies('OIDC-014'), async ({ send }) => {
    const keys = keysIn(await send(readKeys())).filter(({ kty }) => kty === 'RSA')
    test.skip(keys.length === 0, 'the tenant publishes no RSA key')

    for (const key of keys) {
      const exponent = exponentOf(key)
      if (exponent === 3n) oddity(`${nameOfKey(key)} has the exponent 3`)
      expect(modulusBits(key), `the bits of the modulus of ${nameOfKey(key)}`).toBeWithin(2048, 65_536)
      expect(exponent === 3n || (exponent >= 65_537n && exponent % 2n === 1n), `e of ${nameOfKey(key)}`).toHold(
        'odd and at least 65537',
        String(exponent),
      )
    }
  })
})
