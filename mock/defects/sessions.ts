import { openid as law } from '../laws/openid'
import type { Distortion } from '../tenant'
import type { Defect } from './defect'
import { onStatus, withStatus, withoutHeader } from './distortions'

const userinfo = ['GET /acs/userinfo', 'POST /acs/userinfo'] as const
const logoutByForm = 'POST /acs/openid/logout'

const with200 =
  (body: unknown): Distortion =>
  wire => ({ ...wire, status: 200, body })

/** What can go wrong when users are asked about, and when they leave. */
export const sessions = {
  'userinfo-open': {
    story: 'userinfo without a token is an empty object',
    caughtBy: ['OIDC-016'],
    distorts: { [userinfo[0]]: onStatus(401)(with200({})) },
  },
  'userinfo-post-unmapped': {
    story: 'userinfo knows no POST, and answers it with 405',
    caughtBy: ['OIDC-016'],
    distorts: { [userinfo[1]]: withStatus(405) },
  },
  'userinfo-without-challenge': {
    story: 'the 401 of userinfo has no challenge',
    caughtBy: ['OIDC-016'],
    distorts: { [userinfo[0]]: withoutHeader('www-authenticate') },
  },
  'userinfo-of-the-first-user': {
    story: 'a token without a user is told about the first user there is',
    caughtBy: ['OIDC-017'],
    distorts: { [userinfo[0]]: onStatus(403)(with200({ sub: 'alice', name: 'Alice', email: 'alice@app.example' })) },
  },
  'userinfo-empty-without-user': {
    story: 'userinfo for a token without a user is an empty object',
    caughtBy: ['OIDC-017'],
    distorts: { [userinfo[0]]: onStatus(403)(with200({})) },
  },
  'userinfo-fails-without-user': {
    story: 'userinfo for a token without a user is answered with 500',
    caughtBy: ['OIDC-017'],
    distorts: { [userinfo[0]]: onStatus(403)(withStatus(500)) },
  },
  'logout-without-hint-followed': {
    story: 'a logout without a hint is sent to the address that came with it',
    caughtBy: ['OIDC-030', 'OIDC-032'],
    breaks: {
      openid: {
        mayReturn: (hint, registered, address) => hint === 'missing' || law.mayReturn(hint, registered, address),
      },
    },
  },
  'logout-trusts-client-id': {
    story: 'a logout without a hint is sent to a registered address for whoever names the client',
    caughtBy: ['OIDC-030'],
    breaks: {
      openid: {
        mayReturn: (hint, registered, address) => hint !== 'bad' && law.mayReturn('good', registered, address),
      },
    },
  },
  'hint-unverified': {
    story: 'an id_token_hint is decoded but not verified',
    caughtBy: ['OIDC-031'],
    breaks: { openid: { hintHolds: hint => hint !== undefined } },
  },
  'unsigned-hint-taken': {
    story: 'an id_token_hint with the algorithm none is believed',
    caughtBy: ['OIDC-031'],
    breaks: { openid: { hintHolds: hint => hint?.header.alg === 'none' || law.hintHolds(hint) } },
  },
  'garbage-hint-fails': {
    story: 'an id_token_hint that is no token is answered with 500',
    caughtBy: ['OIDC-031', 'OIDC-032'],
    breaks: {
      openid: {
        hintHolds: hint => {
          if (hint === undefined) throw new Error('there is nothing between the dots')
          return law.hintHolds(hint)
        },
      },
    },
  },
  'logout-goes-anywhere': {
    story: 'a logout is sent to any address that came with it',
    caughtBy: ['OIDC-030', 'OIDC-031', 'OIDC-032'],
    breaks: { openid: { mayReturn: () => true } },
  },
  'logout-host-by-prefix': {
    story: 'with any hint a logout is sent to addresses that only begin like a registered one',
    caughtBy: ['OIDC-032'],
    breaks: {
      openid: {
        mayReturn: (hint, registered, address) =>
          hint !== 'missing' && registered.some(known => address.startsWith(known) && address !== known),
      },
    },
  },
  'logout-form-unmapped': {
    story: 'logout knows no POST, and answers it with 405',
    caughtBy: ['OIDC-035'],
    distorts: { [logoutByForm]: withStatus(405) },
  },
  'logout-form-answered-with-a-page': {
    story: 'a logout by form that is refused is a page with status 200',
    caughtBy: ['OIDC-035'],
    distorts: { [logoutByForm]: withStatus(200) },
  },
} satisfies Record<string, Defect>
