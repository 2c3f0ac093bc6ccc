import { expect, oddity, test, verifies, type Reply } from '../../harness'
import { provoked } from './provocations'

/** RFC 6749 5.2, and those that later RFCs registered for the token endpoint. */
const registered = [
  'invalid_request', 'invalid_client', 'invalid_grant', 'unauthorized_client', 'unsupported_grant_type',
  'invalid_scope', 'invalid_target', 'invalid_dpop_proof', 'use_dpop_nonce', 'invalid_authorization_details',
] // prettier-ignore

/** RFC 6749 5.2: visible ASCII and blanks, no quotation mark, no backslash. */
const permitted = /^[\x20-\x21\x23-\x5B\x5D-\x7E]+$/

/** A 401 may go without a description; that is odd and no violation. */
const isSilent = (reply: Reply) => reply.status === 401 && reply.at('/error_description') === undefined

test.describe('errors of the token endpoint', () => {
  test(...verifies('TOK-030'), async ({ given, send }) => {
    for (const [slip, reply] of await provoked(given, send)) {
      if (isSilent(reply)) oddity(`${slip} is answered 401 without error_description`)
      const description = isSilent(reply) ? 'none' : reply.at('/error_description')

      expect(reply.at('/error'), `error for ${slip}`).toMatch(/./)
      expect(description, `error_description for ${slip}`).toMatch(/./)
    }
  })

  test(...verifies('TOK-031'), async ({ given, send }) => {
    for (const [slip, reply] of await provoked(given, send)) {
      const error = reply.at('/error')
      if (!registered.includes(String(error))) oddity(`${slip} is answered with a code of its own: ${String(error)}`)

      expect(error, `error for ${slip}`).toMatch(permitted)
      expect(reply.at('/error_description') ?? 'none', `error_description for ${slip}`).toMatch(permitted)
    }
  })
})
