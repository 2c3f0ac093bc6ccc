import type { RequirementVerdict, Verdict } from './verdict'

/** A requirement whose promise did not hold, so that checks of others could not begin. */
export interface Root {
  readonly requirement: string
  /** Its own verdict; `untested` where this run does not check it. */
  readonly verdict: Verdict
  /** How many checks could not begin because of it, and of how many requirements they are. */
  readonly checks: number
  readonly requirements: number
  /** One sentence for people. */
  readonly text: string
}

const counted = (n: number, one: string) => `${n} ${one}${n === 1 ? '' : 's'}`

const states: Readonly<Record<Verdict, string>> = {
  fail: 'fails',
  warn: 'holds where it is checked, with a warning, and yet not always',
  deviation: 'fails as is known',
  pass: 'holds where it is checked, and yet not always',
  inconclusive: 'could not be judged itself',
  skipped: 'does not hold, and its own checks were skipped',
  untested: 'does not hold, and this run has no check of it',
}

/**
 * The roots of what could not be judged, the one that blocks most first.
 * @param judged every requirement with its checks
 */
export const rootsOf = (judged: readonly RequirementVerdict[]): readonly Root[] => {
  const blocked = judged.flatMap(({ id, checks }) =>
    checks.flatMap(({ blockedBy }) => (blockedBy === undefined ? [] : [{ id, root: blockedBy }])),
  )
  return [...new Set(blocked.map(({ root }) => root))]
    .map(requirement => {
      const mine = blocked.filter(({ root }) => root === requirement)
      const verdict = judged.find(({ id }) => id === requirement)?.verdict ?? 'untested'
      const requirements = new Set(mine.map(({ id }) => id)).size
      const what = `${counted(mine.length, 'check')} of ${counted(requirements, 'requirement')}`
      const text = `${requirement} ${states[verdict]}: ${what} could not be judged because of it`
      return { requirement, verdict, checks: mine.length, requirements, text }
    })
    .sort((a, b) => b.checks - a.checks)
}
