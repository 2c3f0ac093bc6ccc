import { randomBytes, randomUUID } from 'node:crypto'

/** A fresh identifier: a random UUID. */
export const freshId = (): string => randomUUID()

/** A fresh secret of 256 bits, in characters that need no encoding anywhere. */
export const freshSecret = (): string => randomBytes(32).toString('base64url')
