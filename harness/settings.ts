import { accessSync, constants, existsSync, readFileSync, statSync } from 'node:fs'
import { dirname, join, resolve } from 'node:path'
import { readEnvironment } from './environment-file'
import { ConfigurationError } from './configuration-error'
import { looksLikeOne, nearest } from './misspelt'

export { ConfigurationError }

export type Environment = Readonly<Record<string, string | undefined>>

const settings = [
  'TENANT_BASE_URL', 'TENANT_CLIENT_ID', 'TENANT_CLIENT_SECRET', 'TENANT_WRITES', 'TENANT_CA_FILE',
  'TENANT_HOST_ALIASES', 'TENANT_RATE', 'TENANT_CONCURRENCY', 'TENANT_MAX_OBJECTS', 'TENANT_MAX_REQUESTS', 'TENANT_SKIP_AREAS', 'TENANT_SETTLE_SECONDS', 'TENANT_SKEW_SECONDS', 'RESULTS_DIR', 'FUZZ_RUNS', 'FUZZ_SEED',
  'FUZZ_PATH',
  'TENANT_OIDC_CONFIGURATION_URL', 'TENANT_SCIM_USER', 'CONFORMANCE_BASELINE',
] as const // prettier-ignore

export type Setting = (typeof settings)[number]

/**
 * Adds what `.env` says to the environment; what is set already wins.
 * @param file path of the file; a missing file says nothing
 * @throws ConfigurationError where it cannot be read or would be misunderstood
 */
export const loadEnvironment = (file = '.env'): void => {
  for (const [name, value] of Object.entries(readEnvironment(file))) process.env[name] ??= value
}

/** A misspelt setting would be ignored in silence; throws ConfigurationError for one. */
export const refuseUnknown = (environment: Environment): void => {
  const name = Object.keys(environment).find(name => looksLikeOne(name, settings))
  if (name === undefined) return
  const [meant] = nearest(name, settings)
  const remedy = meant === undefined ? `Known settings are ${settings.join(', ')}.` : `Did you mean ${meant}?`
  throw new ConfigurationError(name, 'is not a setting', remedy)
}

/**
 * A setting that holds a whole number.
 * @param otherwise the value where it is not set
 * @param most the largest number that makes sense
 */
export const wholeNumber = (
  environment: Environment,
  setting: Setting,
  otherwise: number,
  least: number,
  most = Number.MAX_SAFE_INTEGER,
): number => {
  const text = environment[setting]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && value >= least && value <= most) return value
  const range = most === Number.MAX_SAFE_INTEGER ? `of at least ${least}` : `from ${least} to ${most}`
  throw new ConfigurationError(setting, `is "${text}"`, `Put a whole number ${range} there, or remove it.`)
}

/** The path of a failed case to repeat, as fast-check gives it. */
export const fuzzPath = ({ FUZZ_PATH: path, FUZZ_SEED: seed }: Environment): { path?: string } => {
  if (!path) return {}
  const say = (problem: string, remedy: string) => new ConfigurationError('FUZZ_PATH', problem, remedy)
  if (!/^\d+(:\d+)*$/.test(path)) throw say(`is "${path}"`, 'Put the path of a failure there, such as 12:3:0.')
  if (!seed) throw say('is set without FUZZ_SEED', 'Put the seed of the same failure into FUZZ_SEED.')
  return { path }
}

/** The nearest thing on the way to a folder that is there already. */
const nearestThere = (path: string): string => {
  const parent = dirname(path)
  return existsSync(path) || parent === path ? path : nearestThere(parent)
}

/** The folder of the results; it is made when the run begins. */
export const resultsFolder = ({ RESULTS_DIR: folder = '' }: Environment): string => {
  const there = nearestThere(resolve(folder || 'results'))
  const say = (problem: string) =>
    new ConfigurationError('RESULTS_DIR', `is "${folder || 'results'}", ${problem}`, 'Put the path of a folder there.')
  if (!statSync(there).isDirectory())
    throw say(there === resolve(folder) ? 'which is a file' : `but ${there} is a file`)
  try {
    accessSync(there, constants.W_OK)
  } catch {
    throw say('which cannot be written to')
  }
  return folder || 'results'
}

const isConformance = (text: string): boolean => {
  try {
    const { format, requirements, choices } = JSON.parse(text) as Record<string, unknown>
    return format === 1 && Array.isArray(requirements) && Array.isArray(choices)
  } catch {
    return false
  }
}

/**
 * The result of an earlier run, whose choices those of this one are compared with; read once to see that it is one.
 * @param results folder of this run, whose own result would be gone before it could be compared with
 */
export const baselineFile = ({ CONFORMANCE_BASELINE: file }: Environment, results: string): string | undefined => {
  if (!file) return undefined
  const remedy = 'Put the path of a conformance.json that an earlier run has written there, or remove it.'
  const say = (problem: string) => new ConfigurationError('CONFORMANCE_BASELINE', `is "${file}", ${problem}`, remedy)
  if (resolve(file) === resolve(join(results, 'conformance.json')))
    throw say('which this run is about to replace: keep a copy elsewhere')
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw say('which cannot be read')
  }
  if (!isConformance(text)) throw say('which is no conformance.json with choices in it')
  return file
}
