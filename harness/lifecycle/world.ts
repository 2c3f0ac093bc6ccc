import type { Name } from './command'
import type { Reply } from '../reply'
import type { Step } from './step'

/** What the names and numbers of a sequence stand for on one tenant, for one performance. */
export interface World {
  readonly admin: string
  readonly idOf: (client: Name) => string
  readonly secretOf: (number: number | 'wrong') => string
  readonly tokenOf: (number: number) => string
  /** Takes note of secrets and tokens that an answer hands out. */
  readonly learn: (step: Step, reply: Reply) => void
}

/**
 * A world of fresh names, so that nothing a sequence meets is left from another one.
 * @param mark a name nobody else has; clients get it with a letter behind
 * @param secret characters that are hard to guess; each secret is made of them and its number
 */
export const worldOf = (admin: string, mark: string, secret: string): World => {
  const generated = new Map<number, string>()
  const tokens: string[] = []
  return {
    admin,
    idOf: client => `${mark}-${client.toLowerCase()}`,
    secretOf: number => (typeof number === 'number' ? generated.get(number) : undefined) ?? `${secret}-${number}`,
    tokenOf: number => tokens[number] ?? '',
    learn(step, reply) {
      if (step.do === 'create' && !step.hasSecret) generated.set(step.secret, String(reply.at('/secret')))
      if (step.do === 'ask' && reply.status === 200) tokens.push(String(reply.at('/access_token')))
    },
  }
}
