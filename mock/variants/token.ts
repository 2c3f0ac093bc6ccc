import { token as law } from '../laws/token'
import type { Variant } from './variant'

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
} satisfies Record<string, Variant>
