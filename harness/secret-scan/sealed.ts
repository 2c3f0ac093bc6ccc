import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { Configuration } from '../configuration'

/**
 * The file in which the processes of a run tell what they have to keep secret, so that everything written can be
 * searched for it in the end. It is sealed: the key is in the memory of the run alone, and goes with it.
 */
export const sealedIn = ({ resultsDir, run }: Pick<Configuration, 'resultsDir' | 'run'>): string =>
  join(resultsDir, `secrets-${run}.sealed`)

const cipher = 'aes-256-gcm'
const [ivLength, tagLength] = [12, 16]

/** A key for one run, Base64. */
export const freshKey = (): string => randomBytes(32).toString('base64')

/** Seals values in a line of text. */
export const seal = (key: string, values: readonly string[]): string => {
  const iv = randomBytes(ivLength)
  const sealing = createCipheriv(cipher, Buffer.from(key, 'base64'), iv)
  const sealed = Buffer.concat([sealing.update(JSON.stringify(values), 'utf8'), sealing.final()])
  return Buffer.concat([iv, sealing.getAuthTag(), sealed]).toString('base64')
}

/**
 * The values that a line holds.
 * @throws Error where the line was not sealed with this key, or is not whole
 */
export const unseal = (key: string, line: string): readonly string[] => {
  const bytes = Buffer.from(line, 'base64')
  const opening = createDecipheriv(cipher, Buffer.from(key, 'base64'), bytes.subarray(0, ivLength))
  opening.setAuthTag(bytes.subarray(ivLength, ivLength + tagLength))
  const opened = Buffer.concat([opening.update(bytes.subarray(ivLength + tagLength)), opening.final()])
  return JSON.parse(opened.toString('utf8')) as string[]
}
