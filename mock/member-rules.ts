import type { Members } from './client'
import { denied } from './route'
import type { Problem } from './route'
import type { Wire } from './wire'

/** What single members of a body must be: whether a value fits, and the rule in words. */
export type MemberRules = Readonly<Record<string, readonly [fits: (value: unknown) => boolean, rule: string]>>

/** A problem of one member. */
export const problemOf = (subject: string, member: string, kind: string, message: string): Problem => ({
  code: `${subject}.${member.replaceAll('_', '.')}.${kind}`,
  message,
  parameters: { member },
})

/** What is wrong with single members: required ones that are missing, present ones that do not fit. */
export const problemsOf = (
  subject: string,
  rules: MemberRules,
  draft: Members,
  required: readonly string[],
): readonly Problem[] =>
  Object.entries(rules).flatMap(([name, [fits, rule]]) => {
    if (!Object.hasOwn(draft, name))
      return required.includes(name) ? [problemOf(subject, name, 'missing', `${name} is required.`)] : []
    return fits(draft[name]) ? [] : [problemOf(subject, name, 'invalid', `${name} ${rule}.`)]
  })

/** Members a body mentions among those that may have an effect; one that stands for none is left out of both. */
export const merged = (
  before: Members,
  draft: Members,
  names: readonly string[],
  isNone: (value: unknown) => boolean,
): Members =>
  Object.fromEntries(
    Object.entries({
      ...before,
      ...Object.fromEntries(names.filter(name => Object.hasOwn(draft, name)).map(name => [name, draft[name]])),
    }).filter(([, value]) => !isNone(value)),
  )

/** There is no such thing; the name asked for is not repeated. */
export const unknown = (subject: string, what: string): Wire =>
  denied(404, [{ code: `${subject}.not.found`, message: `There is no such ${what}.` }])

/** Something unique is in use. */
export const conflict = (subject: string, message: string): Wire =>
  denied(409, [{ code: `${subject}.already.exists`, message }])
