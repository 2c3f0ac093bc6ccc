import { requirementIds, unchecked } from '../../specs'
import { commandLine } from '../command-line'
import { isPolicyName, policies, type PolicyName } from '../policies'
import { readResult, type PlacedResult } from '../result'
import { commit, resultsFolder, wantedTarget } from '../surroundings'
import type { Situation } from './situation'

/** What the gate was asked, read. */
export interface Question {
  readonly policy: PolicyName
  readonly situation: Situation
  /** Folder of the answer. */
  readonly out: string
}

const reasons: Readonly<Partial<Record<string, string>>> = unchecked

const catalogue = requirementIds.map(id => {
  const reason = reasons[id]
  return { id, ...(reason !== undefined && { reason }) }
})

const wholeNumber = (text: string): number => {
  if (/^[1-9]\d*$/.test(text)) return Number(text)
  throw new Error(`--shards is "${text}": put the number of shards there`)
}

/** Reads files; what cannot be read is a reason to doubt, no reason to stop. */
const readAll = (paths: readonly string[]) => {
  const results: PlacedResult[] = []
  const unreadable: string[] = []
  for (const path of paths)
    try {
      results.push(readResult(path))
    } catch (error) {
      unreadable.push(error instanceof Error ? error.message : String(error))
    }
  return { results, unreadable }
}

/**
 * Reads what the gate is asked.
 * @param words behind `npm run gate --`
 * @param now the time of day
 * @throws Error with one message where it is not asked properly
 */
export const questionOf = (words: readonly string[], now: Date): Question => {
  const { options, words: paths } = commandLine(words, ['policy', 'baseline', 'target', 'commit', 'shards', 'out'])
  const { policy = '', baseline, out } = options
  if (!isPolicyName(policy))
    throw new Error(
      `--policy is "${policy}": choose one of ${Object.keys(policies).join(', ')} (reporters/policies.ts)`,
    )
  const { results, unreadable } = readAll(paths.length > 0 ? paths : [resultsFolder()])
  const before = baseline === undefined ? undefined : readAll([baseline])
  const target = options['target'] ?? wantedTarget()
  const checkedOut = options['commit'] ?? (policies[policy].names.commit ? commit() : undefined)
  return {
    policy,
    out: resultsFolder(out),
    situation: {
      policy: policies[policy],
      results,
      unreadable: [...unreadable, ...(before?.unreadable.map(text => `baseline: ${text}`) ?? [])],
      ...(before?.results[0] && { baseline: before.results[0] }),
      now,
      wanted: {
        // An address in the environment is only meant where the policy asks for one: the mock has another each time.
        ...(target !== undefined && (options['target'] !== undefined || policies[policy].names.target) && { target }),
        ...(checkedOut !== undefined && { commit: checkedOut }),
        ...(options['shards'] !== undefined && { shards: wholeNumber(options['shards']) }),
      },
      catalogue,
    },
  }
}
