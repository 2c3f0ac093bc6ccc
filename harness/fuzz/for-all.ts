import type * as fc from 'fast-check'
import type { Belongings } from '../belongings'
import { checkUnderWay, note, violate } from '../check'
import type { Send } from '../send'
import type { Tenant } from '../tenant'
import { bodyText, hideSecretOf, type Case } from './case-text'
import type { Finding } from './finding'
import { openLanes, type Lane } from './lanes'
import { judgeOn, scan, type Judge } from './scan'
import { silentAgain } from './silent-again'
import { caseAt, firstCases, smallest, type Position } from './shrink'

/** Judges many cases; ends the check as violated with the smallest one that something is wrong with. */
export type ForAll = <T extends Case>(cases: fc.Arbitrary<T>, judge: Judge<T>) => Promise<void>

/** What the cases of a property look like in a report. */
interface Telling<T> {
  /** Lines about a case, where its finding has none: a word and a text each. */
  readonly lines: (one: T) => NonNullable<Finding['more']>
  /** Sees to it that no report shows a secret of the case. */
  readonly hide: (one: T) => void
  /** A tag of all checks with such cases. */
  readonly tag: string
}

/** A property, whatever its cases are. */
export interface Property<T> {
  readonly cases: fc.Arbitrary<T>
  readonly judge: Judge<T>
  readonly telling: Telling<T>
  readonly sizes: Readonly<Record<Tenant['kind'], Size>>
}

/** How many cases, and how many at once. */
export interface Size {
  readonly runs: number
  readonly lanes: number
}

/** What a property needs of its check. */
export interface Surroundings {
  readonly tenant: Tenant
  readonly belongings: Belongings
  /** Asks with evidence: for the one case that a report shows. */
  readonly send: Send
}

/** On the mock all properties together take some seconds; a real tenant is shared, so it is asked little. */
const sizes = { mock: { runs: 40, lanes: 8 }, tenant: { runs: 25, lanes: 4 } } as const

const scanPatience = 30_000
const shrinkPatience = 10_000

interface Shown<T> extends Position {
  readonly one: T
  readonly finding: Finding
  /** How it was found, in words. */
  readonly story: string
}

const show = <T>({ lines, tag }: Telling<T>, { one, finding, seed, path, story }: Shown<T>): never =>
  violate(finding.expected, finding.received, finding.reply.exchange.number > 0 ? finding.reply : undefined, [
    ...(finding.more ?? lines(one)),
    ['case', `${story}, seed ${seed}, path ${path}`],
    [
      'again',
      `FUZZ_SEED=${seed} FUZZ_PATH='${path}' npm run conformance -- --grep '@${checkUnderWay().requirement} .*${tag}'`,
    ],
  ])

const replay = async <T>({ cases, judge, telling }: Property<T>, at: Position, send: Send) => {
  const one = await caseAt(cases, at)
  telling.hide(one)
  note('measured', `one case only: seed ${at.seed}, path ${at.path}`)
  checkUnderWay().expectations++
  const finding = await judge(one, send)
  if (finding) show(telling, { ...at, one, finding, story: 'repeated as asked for' })
}

/** Shrinks a failing case, asks about it once more with evidence, and reports it, also where it does not fail again. */
const report = async <T>(
  { cases, judge, telling }: Property<T>,
  first: Shown<T>,
  lane: Lane,
  send: Send,
): Promise<never> => {
  if (first.finding.isSilence) {
    telling.hide(first.one)
    return show(telling, { ...first, finding: await silentAgain(judge, first.one, send) })
  }
  const small = await smallest(cases, first, one => judgeOn(lane, judge, one), shrinkPatience)
  const { one, path } = small ?? first
  telling.hide(one)
  telling.hide(first.one)
  const again = small && (await judge(one, send))
  if (again)
    return show(telling, {
      ...first,
      one,
      path,
      finding: again,
      story: `${first.story}, made smaller ${small.steps} times`,
    })
  return show(telling, { ...first, story: `${first.story}, intermittent: asked again it did not fail` })
}

/**
 * Judges many cases at once, without evidence; then one after the other to make a failing case small; then that one
 * with evidence.
 */
export const prove = async <T>({ tenant, belongings, send }: Surroundings, property: Property<T>): Promise<void> => {
  const { runs, lanes: count } = property.sizes[tenant.kind]
  const { seed, path } = tenant.fuzz
  if (path !== undefined) return replay(property, { seed, path }, send)

  const values = firstCases(property.cases, seed, tenant.fuzz.runs || runs)
  const lanes = openLanes(tenant, belongings, Math.min(count, values.length))
  try {
    const found = await scan(values, lanes, property.judge, scanPatience)
    checkUnderWay().expectations += found ? found.index + 1 : values.length
    note('measured', `${values.length} cases of seed ${seed}`)
    if (!found) return
    const one = values[found.index]
    if (one === undefined) throw new Error('a case that was judged is gone')
    const story = `number ${found.index + 1} of ${values.length}`
    await report(property, { ...found, one, seed, path: String(found.index), story }, lanes[0], send)
  } finally {
    await Promise.all(lanes.map(lane => lane.close()))
  }
}

const bodies: Telling<Case> = {
  lines: one => [
    ['breaks', one.slip ?? 'nothing: the body is valid'],
    ['body', bodyText(one)],
  ],
  hide: hideSecretOf,
  tag: '@fuzz',
}

/** Properties of request bodies, judged by plain functions. */
export const forAllOf =
  (surroundings: Surroundings): ForAll =>
  (cases, judge) =>
    prove(surroundings, { cases, judge, telling: bodies, sizes })
