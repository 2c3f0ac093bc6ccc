import { token as law } from '../laws/token'
import type { Defect } from './defect'
import { onStatus, withHeader } from './distortions'

let failures = 0

/** What can go wrong with what protects a tenant. */
export const security = {
  'answers-cacheable': {
    story: 'management answers may be cached by anybody',
    caughtBy: ['SEC-004'],
    breaks: { http: { caching: () => 'public, max-age=60' } },
  },
  'shared-caches-keep-answers': {
    story: 'caches that serve many may keep an answer for a while',
    caughtBy: ['SEC-004'],
    breaks: { http: { caching: () => 's-maxage=60' } },
  },
  'every-origin-with-credentials': {
    story: 'pages of any origin may read answers with the credentials of their visitor',
    caughtBy: ['SEC-005'],
    breaks: {
      http: {
        forOrigin: origin =>
          origin === undefined
            ? {}
            : { 'access-control-allow-origin': origin, 'access-control-allow-credentials': 'true' },
      },
    },
  },
  'sniffing-allowed': {
    story: 'nothing forbids guessing the content type',
    caughtBy: ['SEC-006'],
    breaks: { http: { always: () => ({}) } },
  },
  'secret-in-location': {
    story: 'the address of a new client carries its generated secret',
    caughtBy: ['SEC-007'],
    distorts: {
      'POST /acs/broker/oauth2-clients': onStatus(201)(wire => {
        const { secret = '' } = wire.body as { secret?: string }
        return withHeader('location', `${wire.headers.location}?secret=${secret}`)(wire)
      }),
    },
  },
  'guessing-locks-everybody': {
    story: 'ten wrong secrets lock the token endpoint for everybody',
    caughtBy: ['SEC-008'],
    breaks: {
      token: {
        secretFits: (offered, accepted) => {
          const fits = law.secretFits(offered, accepted)
          if (!fits) failures += 1
          return fits && failures < 10
        },
      },
    },
  },
  'sync-secret-shown-again': {
    story: 'reading a sync client shows its secret',
    caughtBy: ['SEC-010'],
    breaks: { syncClient: { shown: (shown, secrets) => ({ ...shown, client_secret: secrets?.primary }) } },
  },
  'staged-secret-shown': {
    story: 'readers see the secret that a rotation stages',
    caughtBy: ['SEC-010'],
    breaks: { clients: { extras: ({ secrets }) => ({ secondary_secret: secrets.secondary }) } },
  },
  'provider-secret-shown': {
    story: 'reading an identity provider shows the secret for it',
    caughtBy: ['SEC-010'],
    breaks: { identityProviders: { shownProfile: profile => profile } },
  },
} satisfies Record<string, Defect>
