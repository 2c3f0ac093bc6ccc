import { randomBytes } from 'node:crypto'

/** Everything the harness makes on a tenant is named so; nothing else is ever swept. */
export const prefix = 'cfh-'

/**
 * A mark of a run that no other run has: when it began, and chance. Names carry it, so that a sweep can tell the runs
 * apart, and the old from the young.
 * @param shard the number of the shard, where the given mark is that of all shards of a run
 */
export const runMark = (given?: string, shard?: string): string => {
  const mark = given ?? `${Math.floor(Date.now() / 1000).toString(36)}${randomBytes(2).toString('hex')}`
  return given === undefined || shard === undefined ? mark : `${mark}s${shard}`
}

/** What the names of a run begin with. */
export const namesOf = (run: string): string => `${prefix}${run}-`

/** The mark of the run that a name belongs to; `undefined` where it is no name of ours. */
export const runOf = (name: string): string | undefined => new RegExp(`^${prefix}([^-]+)-`).exec(name)?.[1]

/** Whether a mark is that of a run, or of one of its shards. */
export const isOfRun = (mark: string, run: string): boolean =>
  mark === run || (mark.startsWith(run) && /^s\d+$/.test(mark.slice(run.length)))

/** When a run began, in milliseconds, as its mark says; `undefined` where somebody chose the mark. */
export const beganAt = (run: string): number | undefined =>
  /^[0-9a-z]{6}[0-9a-f]{4}(s\d+)?$/.test(run) ? Number.parseInt(run.slice(0, 6), 36) * 1000 : undefined
