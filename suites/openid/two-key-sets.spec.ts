import { expect, isSigned, readJws, readKeys, test, verifies } from '../../harness'
import { guideClient } from '../token/guide-client'
import { atAdvertised, discovered } from './advertised'
import { keysIn, nameOfKey, type Key } from './key-set'

/** How long a fresh key may take to be published, in seconds. */
const publication = 60

const publicPart = ({ kty, n, e, crv, x, y }: Key) => JSON.stringify([kty, n, e, crv, x, y])

/** The key of the same name and family, if it is another one. */
const contradiction = (key: Key, others: readonly Key[]): Key | undefined => {
  const namesakes = others.filter(({ kid, kty }) => kid !== undefined && kid === key.kid && kty === key.kty)
  return namesakes.some(other => publicPart(other) === publicPart(key)) ? undefined : namesakes[0]
}

/** Whether one of the keys verifies a token, by whatever name: JWT-003 judges whether the token finds it. */
const hasKeyOf = async (token: string, keys: readonly Key[]): Promise<boolean> => {
  const { kid } = readJws(token).header
  return (await Promise.all(keys.map(key => isSigned(token, { keys: [{ ...key, kid }] })))).includes(true)
}

test.describe('the key sets at jwks_uri and at /acs/jwks', () => {
  test(...verifies('OIDC-015', 'one name, one key'), async ({ send, tenant }) => {
    const advertised = keysIn(await send(atAdvertised(await discovered(send), 'jwks_uri', 'GET', tenant)))
    const documented = keysIn(await send(readKeys()))

    const contradictions = documented.filter(key => contradiction(key, advertised)).map(nameOfKey)

    expect(contradictions, 'the keys that are others at the other address').toBeAbsent()
  })

  test(...verifies('OIDC-015', 'the key that signs'), async ({ given, send, time, tenant }) => {
    const credentials = guideClient(tenant)
    const token = await given.tokenOf(credentials)
    readJws(token)
    const places = [atAdvertised(await discovered(send), 'jwks_uri', 'GET', tenant), readKeys()]
    const withoutIt = async () => {
      const sets = await Promise.all(places.map(async place => [place.line, keysIn(await send(place))] as const))
      const isThere = await Promise.all(sets.map(([, keys]) => hasKeyOf(token, keys)))
      return sets.filter((_, at) => !isThere[at]).map(([line]) => line)
    }

    if ((await withoutIt()).length > 0) await time.passes({ seconds: publication, for: credentials })

    expect(await withoutIt(), 'the key sets without the key of a fresh token').toBeAbsent()
  })
})
