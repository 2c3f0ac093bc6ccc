import { randomBytes } from 'node:crypto'

/** Everything the harness makes on a tenant is named so; nothing else is ever swept. */
export const prefix = 'cfh-'

/**
 * A mark of a run that no other run has: when it began, and chance. Names carry it, so that a sweep can tell the runs
 * apart, and the old from the young.
 * @param given the mark of the whole run, where there is one
 * @param part the lane and the number of the shard, which become part of the mark
 */
export const runMark = (given?: string, part: { readonly lane?: string; readonly shard?: number } = {}): string => {
  const mark = given ?? `${Math.floor(Date.now() / 1000).toString(36)}${randomBytes(2).toString('hex')}`
  const lane = part.lane === undefined ? '' : `l${part.lane.slice(0, 1)}`
  return `${mark}${lane}${part.shard === undefined ? '' : `s${part.shard}`}`
}

/** What the mark of a shard has behind that of its run. */
const behind = '(l[a-z])?(s\\d+)?'

/** What the names of a run begin with. */
export const namesOf = (run: string): string => `${prefix}${run}-`

/** The mark of the run that a name belongs to; `undefined` where it is no name of ours. */
export const runOf = (name: string): string | undefined => new RegExp(`^${prefix}([^-]+)-`).exec(name)?.[1]

/** Whether a mark is that of a run, or of one of its lanes and shards. */
export const isOfRun = (mark: string, run: string): boolean =>
  mark.startsWith(run) && new RegExp(`^${behind}$`).test(mark.slice(run.length))

/**
 * When a run began, in milliseconds, as its mark says; `undefined` where somebody chose the mark. Seconds in base 36
 * begin with a letter since 1989: what begins with a digit (`date +%s`) was made up.
 */
export const beganAt = (run: string): number | undefined =>
  new RegExp(`^[a-z][0-9a-z]{5}[0-9a-f]{4}${behind}$`).test(run)
    ? Number.parseInt(run.slice(0, 6), 36) * 1000
    : undefined
