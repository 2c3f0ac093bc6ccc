import { authorize as law } from '../laws/authorize'
import type { Defect } from './defect'
import { dropping, onStatus, withHeader, withoutHeader, withStatus } from './distortions'

const line = 'GET /acs/authorize'

/** A pattern in which an asterisk stands for anything at all. */
const anything = (registered: string): RegExp =>
  new RegExp(`^${registered.split('*').map(part => part.replaceAll(/[.?]/g, String.raw`\$&`)).join('.*')}$`) // prettier-ignore

/** What can go wrong at the start of a login. */
export const authorize = {
  'login-errors-go-anywhere': {
    story: 'errors are sent to the redirect_uri before it was judged',
    caughtBy: ['OIDC-019', 'OIDC-020', 'OIDC-021'],
    breaks: { authorize: { tellsAt: redirect => redirect } },
  },
  'login-error-unexplained': {
    story: 'a refused login has no error_description',
    caughtBy: ['OIDC-019'],
    distorts: { [line]: dropping('error_description') },
  },
  'login-error-on-a-page-of-success': {
    story: 'a refused login is a page with status 200',
    caughtBy: ['OIDC-019'],
    distorts: { [line]: onStatus(400)(withStatus(200)) },
  },
  'redirect-by-prefix': {
    story: 'a redirect_uri needs only to begin like a registered one',
    caughtBy: ['OIDC-020'],
    breaks: { authorize: { redirectMatches: (registered, offered) => offered.startsWith(registered) } },
  },
  'redirect-path-case-ignored': {
    story: 'a redirect_uri matches in any case',
    caughtBy: ['OIDC-020'],
    breaks: {
      authorize: {
        redirectMatches: (registered, offered) => law.redirectMatches(registered.toLowerCase(), offered.toLowerCase()),
      },
    },
  },
  'redirect-port-ignored': {
    story: 'the port of a redirect_uri is ignored',
    caughtBy: ['OIDC-020'],
    breaks: {
      authorize: {
        redirectMatches: (registered, offered) => law.redirectMatches(registered, offered.replace(/:\d+\//, '/')),
      },
    },
  },
  'redirect-scheme-ignored': {
    story: 'a redirect_uri may fall back to http',
    caughtBy: ['OIDC-020'],
    breaks: {
      authorize: {
        redirectMatches: (registered, offered) => law.redirectMatches(registered, offered.replace(/^http:/, 'https:')),
      },
    },
  },
  'redirect-dots-resolved': {
    story: 'dots in a redirect_uri are resolved before it is matched, and it is used as it came',
    caughtBy: ['OIDC-020'],
    breaks: {
      authorize: {
        redirectMatches: (registered, offered) =>
          law.redirectMatches(registered, URL.canParse(offered) ? new URL(offered).href : offered),
      },
    },
  },
  'redirect-host-alone-compared': {
    story: 'a redirect_uri needs only the host of a registered one',
    caughtBy: ['OIDC-020'],
    breaks: {
      authorize: {
        redirectMatches: (registered, offered) =>
          law.redirectMatches(registered.replace(/(\w)\/.*$/, '$1/'), offered.replace(/(\w)\/.*$/, '$1/')),
      },
    },
  },
  'wildcard-across-sections': {
    story: 'an asterisk in a redirect URI stands for anything, slashes included',
    caughtBy: ['OIDC-021'],
    breaks: { authorize: { redirectMatches: (registered, offered) => anything(registered).test(offered) } },
  },
  'wildcard-unknown': {
    story: 'an asterisk in a redirect URI stands for itself only',
    caughtBy: ['OIDC-021'],
    breaks: { authorize: { redirectMatches: (registered, offered) => registered === offered } },
  },
  'code-without-login': {
    story: 'everybody counts as logged in, and gets a code',
    caughtBy: ['OIDC-022'],
    breaks: { authorize: { isLoggedIn: () => true } },
  },
  'login-page-fails': {
    story: 'the login page is answered with 500',
    caughtBy: ['OIDC-022'],
    distorts: { [line]: onStatus(200)(withStatus(500)) },
  },
  'response-type-unjudged': {
    story: 'any response_type leads to the login page',
    caughtBy: ['OIDC-023'],
    breaks: { authorize: { typeRefusal: () => undefined } },
  },
  'response-type-missing-fails': {
    story: 'a login without response_type is answered with 500',
    caughtBy: ['OIDC-023'],
    breaks: {
      authorize: {
        typeRefusal: type => {
          if (type === undefined) throw new Error('there is no type to look up')
          return law.typeRefusal(type)
        },
      },
    },
  },
  'prompt-none-ignored': {
    story: 'prompt=none shows the login page',
    caughtBy: ['OIDC-024'],
    breaks: { authorize: { promptRefusal: () => undefined } },
  },
  'state-encoded-twice': {
    story: 'state is encoded twice on its way back',
    caughtBy: ['OIDC-023', 'OIDC-024'],
    breaks: {
      authorize: { told: (refusal, state) => law.told(refusal, state && encodeURIComponent(state)) },
    },
  },
  'state-lost': {
    story: 'errors come back without state',
    caughtBy: ['OIDC-023', 'OIDC-024', 'OIDC-025'],
    breaks: { authorize: { told: refusal => law.told(refusal, undefined) } },
  },
  'plain-challenge-taken': {
    story: 'the challenge method plain is accepted',
    caughtBy: ['OIDC-025'],
    breaks: {
      authorize: {
        challengeFits: (challenge, method) => method === 'plain' || law.challengeFits(challenge, method),
      },
    },
  },
  'challenge-method-unjudged': {
    story: 'any challenge method is accepted',
    caughtBy: ['OIDC-025'],
    breaks: { authorize: { challengeFits: () => true } },
  },
  'redirect-limit-off-by-one': {
    story: 'a redirect_uri may have 2049 characters',
    caughtBy: ['OIDC-026'],
    breaks: { authorize: { limits: { redirect_uri: 2049 } } },
  },
  'state-limit-missing': {
    story: 'state may be of any length',
    caughtBy: ['OIDC-026'],
    breaks: { authorize: { limits: { state: Number.POSITIVE_INFINITY } } },
  },
  'state-limit-of-nonce': {
    story: 'state may have 1024 characters only, as a nonce',
    caughtBy: ['OIDC-026'],
    breaks: { authorize: { limits: { state: 1024 } } },
  },
  'nonce-limit-off-by-one': {
    story: 'a nonce of 1024 characters is refused',
    caughtBy: ['OIDC-026'],
    breaks: { authorize: { limits: { nonce: 1023 } } },
  },
  'grant-of-login-unenforced': {
    story: 'a client without the grant authorization_code may start a login',
    caughtBy: ['OIDC-027'],
    breaks: { authorize: { grantFits: () => true } },
  },
  'login-scope-refused': {
    story: 'one scope that is not registered is refused with invalid_scope',
    caughtBy: ['OIDC-028'],
    breaks: {
      authorize: {
        scopeRefusal: (registered, asked) =>
          asked.every(scope => registered.includes(scope))
            ? undefined
            : { error: 'invalid_scope', description: 'The scope is not registered for this client.' },
      },
    },
  },
  'login-scope-fails': {
    story: 'a login with a scope that is not registered is answered with 500',
    caughtBy: ['OIDC-028'],
    breaks: {
      authorize: {
        scopeRefusal: (registered, asked) => {
          if (!asked.every(scope => registered.includes(scope))) throw new Error('there is no such scope')
          return undefined
        },
      },
    },
  },
  'login-frameable': {
    story: 'any site may show the login page in a frame',
    caughtBy: ['OIDC-029'],
    distorts: {
      [line]: wire => withoutHeader('x-frame-options')(withoutHeader('content-security-policy')(wire)),
    },
  },
  'login-cacheable': {
    story: 'the login page may be kept for ten minutes',
    caughtBy: ['OIDC-029'],
    distorts: { [line]: withHeader('cache-control', 'max-age=600') },
  },
} satisfies Record<string, Defect>
