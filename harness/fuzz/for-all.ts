import type * as fc from 'fast-check'
import type { Belongings } from '../belongings'
import { checkUnderWay, note, violate } from '../check'
import type { Journal } from '../journal'
import type { Send } from '../send'
import type { Tenant } from '../tenant'
import { bodyText, hideSecretOf, type Case } from './case-text'
import type { Finding } from './finding'
import { openLanes, type Lane } from './lanes'
import { judgeOn, scan, type Judge } from './scan'
import { caseAt, firstCases, smallest, type Position } from './shrink'

/** Judges many cases; ends the check as violated with the smallest one that something is wrong with. */
export type ForAll = <T extends Case>(cases: fc.Arbitrary<T>, judge: Judge<T>) => Promise<void>

/** What a property needs of its check. */
export interface Surroundings {
  readonly tenant: Tenant
  readonly journal: Journal
  readonly belongings: Belongings
  /** Asks with evidence: for the one case that a report shows. */
  readonly send: Send
}

/** On the mock all properties together take some seconds; a real tenant is shared, so it is asked little. */
const sizes = { mock: { runs: 160, lanes: 16 }, tenant: { runs: 25, lanes: 4 } } as const

const scanPatience = 30_000
const shrinkPatience = 10_000

interface Shown<T> extends Position {
  readonly one: T
  readonly finding: Finding
  /** How it was found, in words. */
  readonly story: string
}

const show = <T extends Case>({ one, finding, seed, path, story }: Shown<T>): never =>
  violate(finding.expected, finding.received, finding.reply.exchange.number > 0 ? finding.reply : undefined, [
    ['breaks', one.slip ?? 'nothing: the body is valid'],
    ['body', bodyText(one)],
    ['case', `${story}, seed ${seed}, path ${path}`],
    [
      'again',
      `FUZZ_SEED=${seed} FUZZ_PATH='${path}' npm run conformance -- --grep '@${checkUnderWay().requirement} .*@fuzz'`,
    ],
  ])

const replay = async <T extends Case>(cases: fc.Arbitrary<T>, judge: Judge<T>, at: Position, send: Send) => {
  const one = await caseAt(cases, at)
  hideSecretOf(one)
  note('measured', `one case only: seed ${at.seed}, path ${at.path}`)
  checkUnderWay().expectations++
  const finding = await judge(one, send)
  if (finding) show({ ...at, one, finding, story: 'repeated as asked for' })
}

/** Shrinks a failing case, asks about it once more with evidence, and reports it, also where it does not fail again. */
const report = async <T extends Case>(
  cases: fc.Arbitrary<T>,
  judge: Judge<T>,
  first: Shown<T>,
  lane: Lane,
  send: Send,
): Promise<never> => {
  const small = await smallest(cases, first, one => judgeOn(lane, judge, one), shrinkPatience)
  const { one, path } = small ?? first
  hideSecretOf(one)
  hideSecretOf(first.one)
  const again = small && (await judge(one, send))
  if (again)
    return show({ ...first, one, path, finding: again, story: `${first.story}, made smaller ${small.steps} times` })
  return show({ ...first, story: `${first.story}, intermittent: asked again it did not fail` })
}

/**
 * Properties of a check: many cases at once, without evidence, judged by plain functions; then one after the other to
 * make a failing case small; then that one case with evidence.
 */
export const forAllOf =
  ({ tenant, journal, belongings, send }: Surroundings): ForAll =>
  async (cases, judge) => {
    const { runs, lanes: count } = sizes[tenant.kind]
    const { seed, path } = tenant.fuzz
    if (path !== undefined) return replay(cases, judge, { seed, path }, send)

    const values = firstCases(cases, seed, tenant.fuzz.runs || runs)
    const lanes = openLanes(tenant, journal, belongings, Math.min(count, values.length))
    try {
      const found = await scan(values, lanes, judge, scanPatience)
      checkUnderWay().expectations += found ? found.index + 1 : values.length
      note('measured', `${values.length} cases of seed ${seed}`)
      if (!found) return
      const one = values[found.index]
      if (one === undefined) throw new Error('a case that was judged is gone')
      const story = `number ${found.index + 1} of ${values.length}`
      await report(cases, judge, { ...found, one, seed, path: String(found.index), story }, lanes[0], send)
    } finally {
      await Promise.all(lanes.map(lane => lane.close()))
    }
  }
