import type { Client } from '../client'
import type { Claims } from '../tokens'
import type { Form, Refusal } from './token'

const invalid = (description: string): Refusal => ({ error: 'invalid_request', description })

/** The documented limits of the token field. */
const tokenFits = (token: string): boolean => token.length <= 4096 && /^[a-zA-Z0-9+/\-_=.]+$/.test(token)

/** Without a token there is nothing to revoke. */
const refusal = (form: Form): Refusal | undefined => {
  const token = form.get('token')?.[0]
  if (token === undefined) return invalid('The parameter token is missing.')
  return tokenFits(token) ? undefined : invalid('The parameter token is malformed.')
}

/** Clients revoke their own tokens only. */
const owns = (client: Client, { cid, uid }: Claims): boolean => client.client_id === cid && client.id === uid

const foreign: Refusal = { error: 'invalid_grant', description: 'The token was not issued to this client.' }

/** Hints are hints: whatever they say, the token is looked up everywhere. */
const looksUp = (_hint: string | undefined): boolean => true

/** The identifiers that die with a token: its own, whatever its client is going through. */
const dies = ({ jti }: Claims, _client: Client): readonly string[] => [jti]

/** Identifiers among the revoked ones that a revocation makes good again: none, also where the token was dead already. */
const revives = (_claims: Claims, _revoked: ReadonlySet<string>): readonly string[] => []

/** Identifiers among the revoked ones that a change of a client makes good again: none. */
const readmits = (_change: 'retirement' | 'patch' | 'deletion', _revoked: ReadonlySet<string>): readonly string[] => []

/** What becomes of the client itself: nothing. Its other tokens live on. */
const afterwards = (client: Client): Client => client

export const revocation = { afterwards, dies, foreign, looksUp, owns, readmits, refusal, revives }
