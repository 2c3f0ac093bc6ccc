import type { CheckRecord } from '../../harness/check-record'
import { disguises } from '../disguises'
import type { Scenario } from './scenarios'

/** What was seen of a scenario. */
export interface Observed {
  readonly scenario: Scenario
  readonly records: readonly CheckRecord[]
  readonly requests: number
  readonly hits: number
  /** Requests that another host got. */
  readonly told: readonly string[]
  /** Everything that may be shown. */
  readonly texts: readonly string[]
  readonly secrets: ReadonlySet<string>
  /** The journal, a sentence for each event. */
  readonly events: readonly string[]
  /** Names of what is still on the tenant. */
  readonly left: readonly string[]
}

/** The tenant is good: nothing may be said against it, and the harness may not fall over the road either. */
export const falseAccusations = ({ records }: Observed): readonly string[] =>
  records
    .filter(({ status, message = '' }) => status === 'fail' || message.includes('fault of the harness'))
    .map(({ requirement, status, message = '' }) => `${requirement} ended as ${status}: ${message}`)

/** What is left is in the journal; where the road was good in the end nothing is left. */
export const accountFaults = ({ scenario, events, left }: Observed): readonly string[] => {
  const open = new Set<string>()
  for (const event of events) {
    const [what, , name = ''] = event.split(' ')
    if (what === 'creating') open.add(name)
    if (what === 'removed') open.delete(name)
  }
  return left
    .filter(name => scenario.recovers || !open.has(name))
    .map(
      name =>
        `${name} is still there, ${open.has(name) ? 'though the road is good again' : 'and the journal does not say so'}`,
    )
}

/** No secret is in anything that may be shown. */
export const leaks = ({ texts, secrets }: Observed): readonly string[] =>
  [...secrets].flatMap(secret => {
    const shown = texts.find(text => disguises(secret).some(disguise => text.includes(disguise)))
    // Some letters are enough to find it, and tell nobody anything.
    return shown === undefined ? [] : [`a secret of ${secret.length} characters is shown (…${secret.slice(-4)})`]
  })

/** Roads on which every check gets to its end. */
export const harmless: ReadonlySet<string> = new Set(['gzip-unasked', 'slow-2-s'])

export const surprises = ({ scenario, records, requests, hits, told }: Observed): readonly string[] => {
  const unjudged = records.filter(({ status }) => status === 'inconclusive')
  return [
    ...told.map(line => `another host was told ${line}`),
    ...(harmless.has(scenario.kind)
      ? unjudged.map(each => `${each.requirement} was not judged: ${each.message ?? ''}`)
      : []),
    ...(scenario.papers !== 'good' && requests > 0
      ? [`${requests} requests were sent to a host that is not trusted`]
      : []),
    ...(scenario.papers === 'good' && hits === 0 ? ['the fault did not happen to any request'] : []),
  ]
}
