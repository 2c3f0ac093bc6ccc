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
    chooses: { token: { reply: (...all) => ({ ...law.reply(...all), token_type: 'bearer' }) } },
  },
  'second-already-spent': {
    story: 'expires_in is one second less, as in the published example',
    chooses: { token: { reply: (jwt, seconds, scope) => law.reply(jwt, seconds - 1, scope) } },
  },
  'unmatched-scope-grants-nothing': {
    story: 'a request in which no scope matches is granted none (A-10)',
    chooses: {
      token: {
        granted: (registered, asked) =>
          asked.some(Boolean) ? registered.filter(scope => asked.includes(scope)) : registered,
      },
    },
  },
  'unmatched-scope-refused': {
    story: 'a request in which no scope matches is refused with invalid_scope (A-10)',
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
    chooses: { token: { strangerStatus: 400 } },
  },
  'two-credentials-refused': {
    story: 'credentials in the header and in the form are refused (A-11)',
    chooses: {
      token: { contradicts: (authorization, form) => authorization.length > 0 && form !== undefined },
    },
  },
  'basic-form-encoded': {
    story: 'Basic credentials are form-encoded before they are encoded (A-12)',
    chooses: {
      token: {
        split: pair => {
          const both = law.split(pair)
          return both && { id: decoded(both.id), secret: decoded(both.secret) }
        },
      },
    },
  },
  'jwt-bearer-unknown': {
    story: 'the grant jwt-bearer is not supported (A-09)',
    chooses: {
      token: {
        grantRefusal: grant =>
          grant === 'urn:ietf:params:oauth:grant-type:jwt-bearer' ? law.grantRefusal('magic') : law.grantRefusal(grant),
      },
    },
  },
  'both-error-shapes': {
    story: 'errors of the token endpoint are in the envelope as well (A-01)',
    distorts: {
      'POST /acs/token': wire => {
        const { error } = (wire.body ?? {}) as { error?: string }
        const also = { errors: [{ code: `oauth2.${error}`, message: 'The token request was refused.' }] }
        return error === undefined ? wire : { ...wire, body: { ...(wire.body as object), ...also } }
      },
    },
  },
} satisfies Record<string, Variant>
