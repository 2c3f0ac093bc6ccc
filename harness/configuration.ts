import {
  baselineFile, fuzzPath, refuseUnknown, resultsFolder, wholeNumber, type Environment,
} from './settings' // prettier-ignore
import { guestRules, isAllowed, type GuestRules } from './guest-settings'
import { paceSettings } from './pace/limits'
import { proxyFor, type Proxy } from './proxy'
import { scimUserTemplate } from './scim-user'
import { address, certificate, credentials, hostAliases, oidcConfiguration } from './tenant-settings'

export { ConfigurationError, loadEnvironment } from './settings'

/** Everything a run may be told from outside. Secrets are in it: never print it whole. */
export interface Configuration extends GuestRules {
  readonly kind: 'mock' | 'tenant'
  /** Absent: the built-in mock is started. */
  readonly baseUrl?: string
  readonly client?: { readonly id: string; readonly secret: string }
  readonly writes: boolean
  readonly caFile?: string
  /** What requests to the tenant go through. */
  readonly proxy?: Proxy
  /** How much the tenant is asked by all processes of a run together, and where this one gets its tickets. */
  readonly pace: ReturnType<typeof paceSettings>
  readonly resultsDir: string
  /** The result of an earlier run to compare choices with. */
  readonly baseline?: string
  /** Cases of each property (0: as many as suit the target), what they follow from, and the one case to repeat. */
  readonly fuzz: { readonly runs: number; readonly seed: number; readonly path?: string }
  /** Names that belong to the tenant besides the host of the base URL. */
  readonly hostAliases: readonly string[]
  /** An OpenID configuration that the tenant can reach; absent where none is known. */
  readonly oidcConfigurationUrl?: string
  /** What a SCIM user of this tenant looks like; absent: a minimal one. */
  readonly scimUserTemplate?: Readonly<Record<string, unknown>>
  /** How long a change may take to show everywhere, in seconds. */
  readonly settleSeconds: number
  /** How long after its expiry a token may still be honoured, in seconds. */
  readonly skewSeconds: number
  /** Address of the mock's clock; only the mock has one. */
  readonly controlUrl?: string
  /** Marks everything this run creates. */
  readonly run: string
  /** Seals what the processes of a run tell each other to keep secret; absent where nobody will search for it. */
  readonly scanKey?: string
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
  const writes = isAllowed(environment, baseUrl)
  const caFile = certificate(environment.TENANT_CA_FILE)
  const oidcConfigurationUrl = oidcConfiguration(environment, kind === 'mock' ? baseUrl : undefined)
  const template = scimUserTemplate(environment)
  const proxy = proxyFor(environment, baseUrl)
  const resultsDir = resultsFolder(environment)
  const baseline = baselineFile(environment, resultsDir)
  return {
    kind,
    ...(baseUrl && { baseUrl }),
    ...(client && { client }),
    writes: kind === 'mock' || writes,
    ...(caFile && { caFile }),
    ...(proxy && { proxy }),
    pace: paceSettings(environment, kind),
    ...guestRules(environment, kind),
    resultsDir,
    ...(baseline && { baseline }),
    fuzz: {
      runs: wholeNumber(environment, 'FUZZ_RUNS', 0, 1, 1_000_000),
      seed: wholeNumber(environment, 'FUZZ_SEED', Number(environment.CONFORMANCE_SEED ?? 1), 0),
      ...fuzzPath(environment),
    },
    hostAliases: hostAliases(environment),
    ...(oidcConfigurationUrl && { oidcConfigurationUrl }),
    ...(template && { scimUserTemplate: template }),
    settleSeconds: wholeNumber(environment, 'TENANT_SETTLE_SECONDS', kind === 'mock' ? 0.2 : 30, 0, 600),
    skewSeconds: wholeNumber(environment, 'TENANT_SKEW_SECONDS', 60, 0, 3_600),
    ...(environment.CONFORMANCE_MOCK_CONTROL && { controlUrl: environment.CONFORMANCE_MOCK_CONTROL }),
    run: environment.CONFORMANCE_RUN ?? 'local',
    ...(environment.CONFORMANCE_SCAN_KEY && { scanKey: environment.CONFORMANCE_SCAN_KEY }),
  }
}
