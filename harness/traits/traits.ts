import type { Exchange } from '../exchange'
import { isAnswered } from './answered'
import { duration } from './duration'
import { representations } from './representations'
import { travel } from './travel'
import { writing } from './writing'

/**
 * How a tenant answers, as far as no single check asks about it: how replies travel, how they are written, what they
 * hold beyond the documents, how long they take. Each is a short sentence that many checks can share, so that they can
 * be counted. Traits are told and never judged: a correct tenant may have any of them, and several at once.
 * @param exchanges of one check; those without a reply say nothing
 */
export const traitsOf = (exchanges: readonly Exchange[]): readonly string[] => {
  const answered = exchanges.filter(isAnswered)
  const seen = new Set(duration(answered))
  for (const each of answered)
    for (const traits of [travel(each), writing(each), representations(each)])
      for (const trait of traits) seen.add(trait)
  return [...seen].sort()
}
