import { accessTokens } from '../laws/access-tokens'
import { authentication } from '../laws/authentication'
import { openid } from '../laws/openid'
import type { Variant } from './variant'

/** Another modulus that is as long and as odd: its middle is turned round, its ends stay. */
const turned = (n: string): string => n.slice(0, 8) + n.slice(8, -8).split('').toReversed().join('') + n.slice(-8)

/** What tokens say, who vouches for them and how long. */
export const tokens = {
  'second-key-published': {
    story: 'the key set also holds the key of the day before',
    shows: 'the key set has 2 keys',
    chooses: {
      openid: {
        keySet: (kid, jwk) => {
          const { keys } = openid.keySet(kid, jwk) as { keys: readonly object[] }
          return { keys: [{ ...keys[0], kid: 'yesterday', n: turned(String(jwk.n)) }, ...keys] }
        },
      },
    },
  },
  'tokens-outlive-clients': {
    story: 'tokens stay good until they expire, even if their client is deleted (A-22)',
    shows: 'a token whose client is deleted is, after the settle window, accepted',
    chooses: { authentication: { outlivesClient: true } },
  },
  'audience-listed': {
    story: 'aud is a list (RFC 7519 4.1.3)',
    shows: 'aud of an access token is a list',
    chooses: {
      accessTokens: {
        claims: (...all) => {
          const claims = accessTokens.claims(...all)
          return { ...claims, aud: [claims.aud].flat() }
        },
      },
    },
  },
  'rights-looked-up': {
    story: 'a token has the rights that its client has by now (A-15)',
    shows: 'a write with a token that survives the removal of its rule set is refused with 403',
    chooses: { authorization: { rulesOf: (_, ofClient) => ofClient } },
  },
  'bare-challenge': {
    story: 'the challenge names nothing but the scheme and the realm',
    shows: 'the challenge for a bad token names no error',
    chooses: { authentication: { challenge: () => authentication.challenge('absent') } },
  },
} satisfies Record<string, Variant>
