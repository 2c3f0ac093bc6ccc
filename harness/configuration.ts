import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'

/** Everything a run may be told from outside. Secrets are in it: never print it whole. */
export interface Configuration {
  readonly kind: 'mock' | 'tenant'
  /** Absent: the built-in mock is started. */
  readonly baseUrl?: string
  readonly client?: { readonly id: string; readonly secret: string }
  readonly writes: boolean
  readonly caFile?: string
  readonly resultsDir: string
  /** Cases of each property (0: as many as suit the target), what they follow from, and the one case to repeat. */
  readonly fuzz: { readonly runs: number; readonly seed: number; readonly path?: string }
  /** Names that belong to the tenant besides the host of the base URL. */
  readonly hostAliases: readonly string[]
  /** How long a change may take to show everywhere, in seconds. */
  readonly settleSeconds: number
  /** How long after its expiry a token may still be honoured, in seconds. */
  readonly skewSeconds: number
  /** Address of the mock's clock; only the mock has one. */
  readonly controlUrl?: string
  /** Marks everything this run creates. */
  readonly run: string
}

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

type Environment = Readonly<Record<string, string | undefined>>

const settings = [
  'TENANT_BASE_URL', 'TENANT_CLIENT_ID', 'TENANT_CLIENT_SECRET', 'TENANT_WRITES', 'TENANT_CA_FILE',
  'TENANT_HOST_ALIASES', 'TENANT_SETTLE_SECONDS', 'TENANT_SKEW_SECONDS', 'RESULTS_DIR', 'FUZZ_RUNS', 'FUZZ_SEED',
  'FUZZ_PATH',
] as const // prettier-ignore

type Setting = (typeof settings)[number]

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

const wholeNumber = (environment: Environment, setting: Setting, otherwise: number, least: number): number => {
  const text = environment[setting]
  if (text === undefined || text === '') return otherwise
  const value = Number(text)
  if (Number.isSafeInteger(value) && value >= least) return value
  throw new ConfigurationError(setting, `is "${text}"`, `Put a whole number of at least ${least} there, or remove it.`)
}

const pathOf = ({ FUZZ_PATH: path, FUZZ_SEED: seed }: Environment): { path?: string } => {
  if (!path) return {}
  const say = (problem: string, remedy: string) => new ConfigurationError('FUZZ_PATH', problem, remedy)
  if (!/^\d+(:\d+)*$/.test(path)) throw say(`is "${path}"`, 'Put the path of a failure there, such as 12:3:0.')
  if (!seed) throw say('is set without FUZZ_SEED', 'Put the seed of the same failure into FUZZ_SEED.')
  return { path }
}

const isLoopback = (host: string) => host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

const example = 'the address of the tenant, such as https://acme.workspaceoneaccess.com'

const address = (text: string): string => {
  const say = (problem: string, remedy: string) => new ConfigurationError('TENANT_BASE_URL', problem, remedy)
  if (/^["']|["']$|\s/.test(text)) throw say(`is ${text}`, `Remove the quotes and blanks: put ${example}, there.`)
  if (!URL.canParse(text)) throw say(`is "${text}", which is not a URL`, `Put ${example}, there.`)
  const url = new URL(text)
  if (url.username || url.password)
    throw say('contains credentials', 'Put them into TENANT_CLIENT_ID and TENANT_CLIENT_SECRET.')
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw say(`begins with ${url.protocol}`, `Put ${example}, there.`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw say(`is "${text}"`, 'Only a mock on this machine may be spoken to without TLS: begin it with https://.')
  if (url.pathname !== '/' || url.search || url.hash)
    throw say(`is "${text}"`, `Leave out everything behind the host: put ${url.origin} there.`)
  return url.origin
}

const refuseUnknown = (environment: Environment): void => {
  for (const name of Object.keys(environment).filter(name => /^(TENANT|FUZZ)_/.test(name)))
    if (!settings.includes(name as Setting))
      throw new ConfigurationError(name, 'is not a setting', `Known settings are ${settings.join(', ')}.`)
}

const credentials = (environment: Environment, baseUrl: string | undefined): Configuration['client'] => {
  const { TENANT_CLIENT_ID: id, TENANT_CLIENT_SECRET: secret } = environment
  if (!baseUrl && (id || secret))
    throw new ConfigurationError(
      'TENANT_BASE_URL',
      'is not set, but credentials are',
      `Put ${example}, there, or remove the credentials to run against the mock.`,
    )
  if (!baseUrl) return undefined
  if (!id)
    throw new ConfigurationError(
      'TENANT_CLIENT_ID',
      'is not set',
      'Put the id of the OAuth 2.0 client of step 1 of the guide there.',
    )
  if (!secret)
    throw new ConfigurationError('TENANT_CLIENT_SECRET', 'is not set', 'Put the secret of that OAuth 2.0 client there.')
  if (!/^[a-zA-Z0-9\-_.@]{1,256}$/.test(id))
    throw new ConfigurationError(
      'TENANT_CLIENT_ID',
      'has characters that no client id has',
      'Put letters, digits, and .-_@ there, without quotes or blanks.',
    )
  if (/^\s|\s$|^".*"$|^'.*'$/.test(secret))
    throw new ConfigurationError('TENANT_CLIENT_SECRET', 'has quotes or blanks around it', 'Put the bare secret there.')
  return { id, secret }
}

const certificate = (file: string | undefined): string | undefined => {
  if (!file) return undefined
  const say = (problem: string) =>
    new ConfigurationError(
      'TENANT_CA_FILE',
      problem,
      'Put the path of a readable PEM file with the certificate authority there.',
    )
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw say(`is "${file}", which cannot be read`)
  }
  if (!text.includes('-----BEGIN CERTIFICATE-----')) throw say(`is "${file}", which holds no PEM certificate`)
  return file
}

/**
 * Reads and checks all settings.
 * @param environment usually `process.env`, after `loadEnvironment()`
 * @throws ConfigurationError with one message that names the setting and what to put there
 */
export const configurationOf = (environment: Environment): Configuration => {
  refuseUnknown(environment)
  const baseUrl = environment.TENANT_BASE_URL ? address(environment.TENANT_BASE_URL) : undefined
  const client = credentials(environment, baseUrl)
  const kind = !baseUrl || environment.CONFORMANCE_TARGET_KIND === 'mock' ? 'mock' : 'tenant'
  const { TENANT_WRITES: writes } = environment
  if (writes && writes !== 'allow')
    throw new ConfigurationError(
      'TENANT_WRITES',
      `is "${writes}"`,
      'Put allow there to let the run change the tenant, or remove it to only read.',
    )
  const caFile = certificate(environment.TENANT_CA_FILE)
  return {
    kind,
    ...(baseUrl && { baseUrl }),
    ...(client && { client }),
    writes: kind === 'mock' || writes === 'allow',
    ...(caFile && { caFile }),
    resultsDir: environment.RESULTS_DIR || 'results',
    fuzz: {
      runs: wholeNumber(environment, 'FUZZ_RUNS', 0, 1),
      seed: wholeNumber(environment, 'FUZZ_SEED', Number(environment.CONFORMANCE_SEED ?? 1), 0),
      ...pathOf(environment),
    },
    hostAliases: (environment.TENANT_HOST_ALIASES ?? '')
      .split(',')
      .map(name => name.trim().toLowerCase())
      .filter(Boolean),
    settleSeconds: wholeNumber(environment, 'TENANT_SETTLE_SECONDS', kind === 'mock' ? 1 : 30, 0),
    skewSeconds: wholeNumber(environment, 'TENANT_SKEW_SECONDS', 60, 0),
    ...(environment.CONFORMANCE_MOCK_CONTROL && { controlUrl: environment.CONFORMANCE_MOCK_CONTROL }),
    run: environment.CONFORMANCE_RUN ?? 'local',
  }
}
