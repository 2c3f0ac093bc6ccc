import type { Secrets } from '../client'

/** The two things that can happen to a secret; names are exact. */
const actions: readonly string[] = ['start-rotate-secret', 'retire-primary-secret']

/** Exactly one known action. */
const action = (values: readonly string[]): string | undefined =>
  values.length === 1 ? actions.find(known => known === values[0]) : undefined

/** Only the start of a rotation brings anything along. */
const readsBody = (values: readonly string[]): boolean => action(values) === actions[0]

/** A body that comes along with a retirement is not looked at, however long it is. */
const toleratesBody = (_bytes: number): boolean => true

/** Minutes until the primary secret retires if nothing else is said: one day. */
const usualDuration = 1440 as number

const durationFits = (minutes: unknown): boolean =>
  minutes === undefined || (Number.isInteger(minutes) && (minutes as number) >= 0 && (minutes as number) <= 10_080)

const secretFits = (secret: unknown): boolean =>
  typeof secret === 'string' && secret.length >= 1 && secret.length <= 4096

/** One rotation at a time. */
const mayStart = ({ secondary }: Secrets): boolean => secondary === undefined

/** Only a running rotation can end. */
const mayRetire = ({ secondary }: Secrets): boolean => secondary !== undefined

/** Seconds since 1970 at which the primary secret retires. */
const retiresAt = (now: number, minutes: number): number => Math.floor(now) + minutes * 60

const start = (before: Secrets, secondary: string, at: number): Secrets => ({ ...before, secondary, retiresAt: at })

/** The secondary secret takes the place of the primary one. */
const retire = ({ primary, secondary, retired = [] }: Secrets, _offered: unknown): Secrets =>
  secondary === undefined ? { primary, retired } : { primary: secondary, retired: [...retired, primary] }

/** A rotation ends by itself when its time has come. */
const isOver = ({ retiresAt: at }: Secrets, now: number): boolean => at !== undefined && now >= at

/** The secrets that authenticate: both of them while a rotation is running. */
const accepted = ({ primary, secondary }: Secrets): readonly string[] =>
  secondary === undefined ? [primary] : [primary, secondary]

/** What readers learn of a rotation: that it runs, and until when. */
const shown = ({ secondary, retiresAt: at }: Secrets): Readonly<Record<string, unknown>> =>
  secondary === undefined ? { rotate_secret: false } : { rotate_secret: true, primary_secret_auto_retires_at: at }

/** Tokens survive the secret they were obtained with, however many were retired before. */
const generation = (before: number, _secrets: Secrets): number => before

export const rotation = {
  accepted,
  action,
  durationFits,
  generation,
  isOver,
  mayRetire,
  mayStart,
  readsBody,
  retire,
  retiresAt,
  secretFits,
  shown,
  start,
  toleratesBody,
  usualDuration,
}
