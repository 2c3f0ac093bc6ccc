import { token as law } from '../laws/token'
import type { Variant } from './variant'

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return text
  }
}

/** Choices of the token endpoint. */
export const token = {
  'bearer-in-lower-case': {
    story: 'token_type is spelled bearer',
    shows: 'token_type is spelled bearer',
    chooses: { token: { reply: (...all) => ({ ...law.reply(...all), token_type: 'bearer' }) } },
  },
  'second-already-spent': {
    story: 'expires_in is one second less, as in the published example',
    shows: 'expires_in is 1 s less than the whole lifetime',
    chooses: { token: { reply: (jwt, seconds, scope) => law.reply(jwt, seconds - 1, scope) } },
  },
  'unmatched-scope-grants-nothing': {
    story: 'a request in which no scope matches is granted none (A-10)',
    shows: 'a client with admin and user that asks for "ADMIN" gets ""',
    excludes: ['unmatched-scope-refused'],
    chooses: {
      token: {
        granted: (registered, asked) =>
          asked.some(Boolean) ? registered.filter(scope => asked.includes(scope)) : registered,
      },
    },
  },
  'unmatched-scope-refused': {
    story: 'a request in which no scope matches is refused with invalid_scope (A-10)',
    shows: 'a client with admin and user that asks for "ADMIN" gets "400 invalid_scope"',
    chooses: {
      token: {
        scopeRefusal: (registered, asked) =>
          asked.some(Boolean) && !asked.some(scope => registered.includes(scope))
            ? { error: 'invalid_scope', description: 'The scope is not registered for this client.' }
            : undefined,
      },
    },
  },
  'invalid-client-400': {
    story: 'failed client authentication is answered 400 (A-39)',
    shows: 'invalid_client of POST /acs/token for credentials in a Basic header has status 400',
    chooses: { token: { strangerStatus: 400 } },
  },
  'two-credentials-refused': {
    story: 'credentials in the header and in the form are refused (A-11)',
    shows: 'a wrong secret in the header beside the right one in the form is refused with 400',
    chooses: {
      token: { contradicts: (authorization, form) => authorization.length > 0 && form !== undefined },
    },
  },
  'basic-form-encoded': {
    story: 'Basic credentials are form-encoded before they are encoded (A-12)',
    shows: 'a secret with special characters gets a token form-encoded',
    chooses: {
      token: {
        split: pair => {
          const both = law.split(pair)
          return both && { id: decoded(both.id), secret: decoded(both.secret) }
        },
      },
    },
  },
  'basic-in-both-spellings': {
    story: 'Basic credentials are taken as they are, and form-encoded as well (A-12)',
    shows: 'a secret with special characters gets a token as it is and form-encoded',
    excludes: ['basic-form-encoded'],
    chooses: {
      token: {
        secretFits: (offered, accepted) =>
          law.secretFits(offered, accepted) || law.secretFits(decoded(offered), accepted),
      },
    },
  },
  'jwt-bearer-unknown': {
    story: 'the grant jwt-bearer is not supported (A-09)',
    shows: 'jwt-bearer without an assertion is called unsupported_grant_type',
    chooses: {
      token: {
        grantRefusal: grant =>
          grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer' ? law.grantRefusal('magic') : law.grantRefusal(grant),
      },
    },
  },
  'both-error-shapes': {
    story: 'errors of the token endpoint are in the envelope as well (A-01)',
    shows: 'of POST /acs/token comes as an OAuth error object with an errors envelope',
    distorts: {
      'POST /acs/token': wire => {
        const { error } = (wire.body ?? {}) as { error?: string }
        const also = { errors: [{ code: `oauth2.${error}`, message: 'The token request was refused.' }] }
        return error === undefined ? wire : { ...wire, body: { ...(wire.body as object), ...also } }
      },
    },
  },
} satisfies Record<string, Variant>
