import { authentication } from '../laws/authentication'
import { openid } from '../laws/openid'
import type { Variant } from './variant'

/** Another modulus that is as long and as odd: its middle is turned round, its ends stay. */
const turned = (n: string): string => n.slice(0, 8) + n.slice(8, -8).split('').toReversed().join('') + n.slice(-8)

/** What tokens say, who vouches for them and how long. */
export const tokens = {
  'second-key-published': {
    story: 'the key set also holds the key of the day before',
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
    chooses: { authentication: { outlivesClient: true } },
  },
  'bare-challenge': {
    story: 'the challenge names nothing but the scheme and the realm',
    chooses: { authentication: { challenge: () => authentication.challenge('absent') } },
  },
} satisfies Record<string, Variant>
