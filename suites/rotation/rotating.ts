import { cannotTell, rotateSecret, secret, tokenRequest, type Client, type Given, type Send } from '../../harness'
import type { Credentials, Reply } from '../../harness'
import type { Settles } from '../../harness/settle'
import { accepted } from '../token/accepted'

export interface Ways {
  readonly given: Given
  readonly send: Send
  readonly settles: Settles
}

/** A client in the middle of a rotation. */
export interface Rotating {
  readonly admin: string
  /** The client with its primary secret. */
  readonly client: Client
  /** The same client with its secondary secret. */
  readonly next: Credentials
  /** The answer to the start. */
  readonly started: Reply
}

export const works = ({ status }: Reply): boolean => status === 200

/** The same client with a fresh secret, which no tenant knows yet. */
export const anew = ({ client_id }: Credentials): Credentials => ({ client_id, secret: secret() })

/**
 * The request that starts a rotation.
 * @param minutes until the primary secret retires; left out where it is `undefined`
 */
export const startOf = (admin: string, { client_id, secret: secondary_secret }: Credentials, minutes?: unknown) =>
  rotateSecret(admin, client_id, 'start-rotate-secret', {
    secondary_secret,
    primary_secret_auto_retire_duration: minutes,
  })

/** The request that ends a rotation. */
export const retirementOf = (admin: string, { client_id }: Pick<Credentials, 'client_id'>, json?: unknown) =>
  rotateSecret(admin, client_id, 'retire-primary-secret', json)

/**
 * Starts the rotation of a client of its own and waits for it to show. Inconclusive where its primary secret is not
 * good before, or the start is refused.
 * @param minutes until the primary secret retires; the tenant decides where they are `undefined`
 */
export const rotating = async ({ given, send, settles }: Ways, minutes?: number): Promise<Rotating> => {
  const admin = await given.admin()
  const client = await given.client()
  await accepted(send, tokenRequest(client))
  const next = anew(client)
  const started = await send(startOf(admin, next, minutes))
  if (started.status !== 204) cannotTell(`the rotation could not be started: ${started.status}`)
  await settles(() => send(tokenRequest(next)), works)
  return { admin, client, next, started }
}
