import { choice, expect, isSigned, readDiscovery, readJws, readKeys, test, verifies } from '../../harness'
import type { Reply, Request, Tenant } from '../../harness'
import { guideClient } from '../token/guide-client'

/** How long a fresh key may take to be published, in seconds. */
const publication = 60

/** The key set that discovery advertises, as far as the tenant itself serves it. */
const advertised = (discovery: Reply, { baseUrl }: Tenant): readonly Request[] => {
  const uri = discovery.at('/jwks_uri')
  if (typeof uri !== 'string' || !URL.canParse(uri, baseUrl)) return []
  const { origin, pathname, search } = new URL(uri, baseUrl)
  const isOurs = origin === new URL(baseUrl).origin
  choice('A-36', 'jwks_uri is', isOurs ? pathname : `on ${origin}, which this run does not ask`)
  return isOurs ? [{ line: `GET /${pathname.slice(1)}${search}` }] : []
}

test.describe('signature of an access token', () => {
  test(...verifies('JWT-003'), async ({ given, send, time, tenant }) => {
    const credentials = guideClient(tenant)
    const token = await given.tokenOf(credentials)
    const { header } = readJws(token)
    const places = [...advertised(await send(readDiscovery()), tenant), readKeys()]
    const isVerified = async () => {
      const sets = await Promise.all(places.map(place => send(place)))
      return (await Promise.all(sets.map(set => isSigned(token, set.json())))).includes(true)
    }

    const atOnce = await isVerified()
    if (!atOnce) await time.passes({ seconds: publication, for: credentials })

    expect(atOnce || (await isVerified()), 'the signature').toHold(
      'good for the key that kid selects in a published key set',
      `not good, with kid ${JSON.stringify(header.kid)}`,
    )
  })
})
