import { readFileSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { parse } from 'dotenv'

/** A setting that cannot be used: names the variable, what was found there and what to put instead. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  constructor(
    readonly setting: string,
    problem: string,
    remedy: string,
  ) {
    super(`${setting} ${problem}. ${remedy}`)
  }
}

export type Environment = Readonly<Record<string, string | undefined>>

const settings = [
  'TENANT_BASE_URL', 'TENANT_CLIENT_ID', 'TENANT_CLIENT_SECRET', 'TENANT_WRITES', 'TENANT_CA_FILE',
  'TENANT_HOST_ALIASES', 'TENANT_SETTLE_SECONDS', 'TENANT_SKEW_SECONDS', 'RESULTS_DIR', 'FUZZ_RUNS', 'FUZZ_SEED',
  'FUZZ_PATH',
  'TENANT_OIDC_CONFIGURATION_URL', 'TENANT_SCIM_USER', 'CONFORMANCE_BASELINE',
] as const // prettier-ignore

export type Setting = (typeof settings)[number]

/**
 * Adds what `.env` says to the environment; what is set already wins.
 * @param file path of the file; a missing file says nothing
 */
export const loadEnvironment = (file = '.env'): void => {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    return
  }
  for (const [name, value] of Object.entries(parse(text))) process.env[name] ??= value
}

/** A misspelt setting would be ignored in silence; throws ConfigurationError for one. */
export const refuseUnknown = (environment: Environment): void => {
  for (const name of Object.keys(environment).filter(name => /^(TENANT|FUZZ)_/.test(name)))
    if (!settings.includes(name as Setting))
      throw new ConfigurationError(name, 'is not a setting', `Known settings are ${settings.join(', ')}.`)
}

/**
 * A setting that holds a whole number.
 * @param otherwise the value where it is not set
 */
export const wholeNumber = (environment: Environment, setting: Setting, otherwise: number, least: number): number => {
  const text = environment[setting]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (/^\d+$/.test(text) && Number.isSafeInteger(value) && value >= least) return value
  throw new ConfigurationError(setting, `is "${text}"`, `Put a whole number of at least ${least} there, or remove it.`)
}

/** The path of a failed case to repeat, as fast-check gives it. */
export const fuzzPath = ({ FUZZ_PATH: path, FUZZ_SEED: seed }: Environment): { path?: string } => {
  if (!path) return {}
  const say = (problem: string, remedy: string) => new ConfigurationError('FUZZ_PATH', problem, remedy)
  if (!/^\d+(:\d+)*$/.test(path)) throw say(`is "${path}"`, 'Put the path of a failure there, such as 12:3:0.')
  if (!seed) throw say('is set without FUZZ_SEED', 'Put the seed of the same failure into FUZZ_SEED.')
  return { path }
}

/** The folder of the results; it is made when the run begins. */
export const resultsFolder = ({ RESULTS_DIR: folder }: Environment): string => {
  if (!folder) return 'results'
  if (statSync(folder, { throwIfNoEntry: false })?.isDirectory() === false)
    throw new ConfigurationError('RESULTS_DIR', `is "${folder}", which is a file`, 'Put the path of a folder there.')
  return folder
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
