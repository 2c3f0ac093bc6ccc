import type { Client, Draft, Secrets } from '../client'

/** Members a patch mentions, already checked. A refresh lifetime of 0 stands for none. */
export type Change = Partial<Draft>

/** Mentioned members replace, lists as a whole; what is not mentioned stays. */
const merge = (before: Client, change: Change): Client => Object.assign({}, before, change)

/** A new secret takes the place of the old one. */
const secrets = (before: Secrets, secret: unknown): Secrets =>
  typeof secret === 'string' ? { ...before, primary: secret } : before

/** A refresh lifetime of 0 stands for none. */
const isNone = (minutes: number | undefined): boolean => minutes === 0

/** All or nothing. */
const commit = (before: Client, after: Client, problems: number): Client => (problems > 0 ? before : after)

/** What readers can see while a change is made, one state after the other: nothing before it is whole. */
const stages = (_before: Client, after: Client): readonly Client[] => [after]

/** A client keeps its name. */
const keepsName = (before: Client, client_id: unknown): boolean =>
  client_id === undefined || client_id === before.client_id

/** The flag is `true` unless said otherwise; anything but true and false means nothing. */
const flag = (values: readonly string[]): boolean | undefined =>
  values.length === 0
    ? true
    : values.length === 1 && /^(true|false)$/.test(values[0] ?? '')
      ? values[0] === 'true'
      : undefined

/** Removing a rule set withdraws the tokens issued so far, unless the flag says no; nothing else does. */
const generation = (before: Client, after: Client, asked: boolean): number =>
  asked && before.rule_set_names.some(name => !after.rule_set_names.includes(name))
    ? before.generation + 1
    : before.generation

export const patch = { commit, flag, generation, isNone, keepsName, merge, secrets, stages }
