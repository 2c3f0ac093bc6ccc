import { spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { dirname, join, relative, resolve } from 'node:path'
import { lanes, type Lane } from './shards'
import type { Target } from './verdict'

/** The only reader of the environment here. Everything is a function: the address is known only after global setup. */

/** The folder paths in reports are relative to. */
export const repository = resolve(__dirname, '..')

/**
 * Where results go, absolute.
 * @param configured the folder of the configuration; without one `RESULTS_DIR` says, else it is `results`
 */
export const resultsFolder = (configured?: unknown): string =>
  resolve((typeof configured === 'string' && configured) || process.env.RESULTS_DIR || 'results')

/** A path as it is typed here: relative when it lies below the current folder, else whole. */
export const shownPath = (path: string): string => {
  const near = relative(process.cwd(), path)
  return near.startsWith('..') ? path : near
}

const withoutCredentials = (address: string | undefined): string | null => {
  if (!address || !URL.canParse(address)) return null
  const url = new URL(address)
  url.username = ''
  url.password = ''
  return url.href.replace(/\/$/, '')
}

/** Whom the run asks. Without an address it is the mock, which has one as soon as it listens. */
export const target = (): Target => {
  const address = process.env.TENANT_BASE_URL
  const kind = process.env.CONFORMANCE_TARGET_KIND
  return { kind: kind === 'mock' || (!kind && !address) ? 'mock' : 'tenant', baseUrl: withoutCredentials(address) }
}

/** The mark that all shards of a run share, and the lane that this one is asked for. */
export const partOfRun = (): { readonly run?: string; readonly lane?: Lane } => {
  const { CONFORMANCE_WHOLE_RUN: whole, CONFORMANCE_RUN: own, CONFORMANCE_LANE: told } = process.env
  const run = whole || own
  const lane = lanes.find(each => each === told)
  return { ...(run && { run }), ...(lane && { lane }) }
}

/** Where the runs of a tenant are kept for the pages of later ones: `ALLURE_HISTORY`, else beside the results. */
export const historyPath = (results: string, { kind, baseUrl }: Target): string => {
  const host = kind === 'tenant' && baseUrl !== null && URL.canParse(baseUrl) ? new URL(baseUrl).hostname : kind
  return resolve(process.env.ALLURE_HISTORY || join(dirname(results), '.allure', `${host}.jsonl`))
}

/** What another command is to find in its environment: this one's, and some more. */
export const environmentWith = (more: Readonly<Record<string, string>>): NodeJS.ProcessEnv => ({
  ...process.env,
  ...more,
})

/** The seed of the run: the one that was asked for, else the one the configuration drew. */
export const seed = (): number | undefined => {
  const text = process.env.FUZZ_SEED || process.env.CONFORMANCE_SEED || ''
  return /^-?\d+$/.test(text) ? Number(text) : undefined
}

/** Path of the result of an earlier run that choices are compared with. */
export const baselinePath = (): string | undefined => process.env.CONFORMANCE_BASELINE || undefined

/** The file of known deviations, and whether somebody has named it. */
export const deviationsPath = (): { readonly path: string; readonly isChosen: boolean } => {
  const chosen = process.env.CONFORMANCE_DEVIATIONS
  return { path: resolve(chosen || join(repository, 'deviations.yaml')), isChosen: Boolean(chosen) }
}

const checkedOut = (): string | undefined => {
  const { status, stdout } = spawnSync('git', ['rev-parse', 'HEAD'], { cwd: repository, encoding: 'utf8' })
  return status === 0 ? stdout.trim() : undefined
}

/** What is checked out: `CONFORMANCE_COMMIT`, else `GITHUB_SHA`, else what git says. Undefined where nobody knows. */
export const commit = (): string | undefined => process.env.CONFORMANCE_COMMIT || process.env.GITHUB_SHA || checkedOut()

/** The address of the tenant that is asked for; undefined where none is. */
export const wantedTarget = (): string | undefined => process.env.TENANT_BASE_URL || undefined

/** Where a workflow of GitHub takes a summary of the job from. */
export const jobSummaryPath = (): string | undefined => process.env.GITHUB_STEP_SUMMARY || undefined

/** Whether annotations of GitHub are understood by whoever reads the output. */
export const isGithub = (): boolean => process.env.GITHUB_ACTIONS === 'true'

/** The time of day, for the age of results. */
export const now = (): Date => new Date()

/** The version of this harness. */
export const version = (): string => {
  const manifest: unknown = JSON.parse(readFileSync(resolve(repository, 'package.json'), 'utf8'))
  return typeof manifest === 'object' && manifest && 'version' in manifest ? String(manifest.version) : 'unknown'
}

/** Whether text for this stream may be coloured: a terminal, and `NO_COLOR` not set. */
export const mayColour = (stream: { readonly isTTY?: boolean }): boolean =>
  stream.isTTY === true && !process.env.NO_COLOR

/** Whether nobody has allowed the run to change the tenant. */
export const readsOnly = (): boolean => !process.env.TENANT_WRITES
