import { fromSpecs } from '../formats/case'
import type { RequirementOfResult, Result } from '../result'
import { verdictWords, type Verdict } from '../verdict'
import type { Told } from './data'

/** A number as people write it, `8,056`. */
export const figure = (n: number): string => n.toLocaleString('en-US')

/** A number with its noun. */
export const counted = (n: number, one: string, many = `${one}s`): string => `${figure(n)} ${n === 1 ? one : many}`

/** Milliseconds in words, `12 min 5 s`. */
export const lasted = (milliseconds: number): string => {
  const seconds = Math.round(milliseconds / 1000)
  return seconds < 60 ? `${seconds} s` : `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}

/** A moment in UTC, to the minute. */
export const moment = (iso: string): string => `${iso.slice(0, 10)} ${iso.slice(11, 16)} UTC`

/** Requirements with what specs/ says about them, in the order of the result. */
export const toldOf = ({ requirements }: Result): readonly Told[] =>
  requirements.map(one => ({ ...fromSpecs(one.id), ...one }))

/** How many requirements there are of each verdict. */
export const tallyOf = (requirements: readonly Pick<RequirementOfResult, 'verdict'>[]) =>
  Object.fromEntries(
    verdictWords.map(word => [word, requirements.filter(({ verdict }) => verdict === word).length]),
  ) as Readonly<Record<Verdict, number>>

/** In the order people read them: from what holds to what nobody looked at. */
export const shownVerdicts: readonly Verdict[] = [
  'pass', 'fail', 'warn', 'deviation', 'inconclusive', 'skipped', 'untested',
] // prettier-ignore

/** Requirements by area, in their order. */
export const byArea = (told: readonly Told[]): ReadonlyMap<string, readonly Told[]> => {
  const areas = new Map<string, Told[]>()
  for (const one of told) areas.set(one.area, [...(areas.get(one.area) ?? []), one])
  return areas
}

/** Requirements without a verdict by the reason, the one with most of them first. */
export const untestedByReason = (
  told: readonly Told[],
): readonly (readonly [reason: string, those: readonly Told[]])[] => {
  const reasons = new Map<string, Told[]>()
  for (const one of told.filter(({ verdict }) => verdict === 'untested')) {
    const reason = one.unchecked ?? 'this run selected none of its checks'
    reasons.set(reason, [...(reasons.get(reason) ?? []), one])
  }
  return [...reasons].toSorted(([, a], [, b]) => b.length - a.length)
}
