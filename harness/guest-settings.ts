import { areas } from '../specs'
import { ConfigurationError, wholeNumber, type Environment } from './settings'
import { isLoopback } from './tenant-settings'

/** How much of itself a run may leave to a tenant, and which areas leave it alone. */
export interface GuestRules {
  /** Things of the run that may exist at once; absent: as many as it likes. */
  readonly maxObjects?: number
  /** Requests of all checks of the run together; absent: as many as it likes. */
  readonly maxRequests?: number
  /** Codes of the areas whose checks must not change the tenant. */
  readonly skippedAreas?: readonly string[]
}

const usualObjects = 50

/** A word of a host name that says that nobody works there. */
const isForTests = (host: string): boolean =>
  host
    .split('.')
    .some(label => /(^|[^a-z])(staging|stage|test|dev|uat|qa|sandbox|preview|lab)(?![a-z])|preview$/.test(label))

/**
 * Whether the run may change the tenant. Where the host looks like one that people work with, the setting has to name
 * it: a setting that was copied along with the others is not enough.
 * @param baseUrl origin of the tenant
 * @throws ConfigurationError
 */
export const isAllowed = ({ TENANT_WRITES: writes }: Environment, baseUrl: string | undefined): boolean => {
  if (!writes) return false
  const say = (problem: string, remedy: string) => new ConfigurationError('TENANT_WRITES', problem, remedy)
  const host = baseUrl === undefined ? undefined : new URL(baseUrl).hostname
  if (host !== undefined && writes.toLowerCase() === host) return true
  if (writes !== 'allow')
    throw say(
      `is "${writes}"`,
      host !== undefined && writes.includes('.')
        ? `Put allow there, or ${host}, to let the run change that tenant, or remove it to only read.`
        : 'Put allow there to let the run change the tenant, or remove it to only read.',
    )
  if (host === undefined || isLoopback(host) || isForTests(host)) return true
  throw say(
    `is "allow", but ${host} looks like a tenant that people work with`,
    `Put ${host} there if the run may really change it, or remove the setting to only read.`,
  )
}

/** The codes of the areas to leave alone, upper case. */
const skippedAreas = ({ TENANT_SKIP_AREAS: text }: Environment): readonly string[] | undefined => {
  if (!text) return undefined
  const known = areas.map(({ code }) => code)
  const codes = text
    .split(',')
    .map(code => code.trim().toUpperCase())
    .filter(Boolean)
  const wrong = codes.find(code => !known.includes(code))
  if (wrong === undefined) return codes
  throw new ConfigurationError(
    'TENANT_SKIP_AREAS',
    `names "${wrong}", which is no area`,
    `Put codes there, separated by commas: ${known.join(', ')}.`,
  )
}

/**
 * The rules a guest keeps to: on a real tenant strict unless told otherwise, on the mock none.
 * @throws ConfigurationError
 */
export const guestRules = (environment: Environment, kind: 'mock' | 'tenant'): GuestRules => {
  const number = (setting: 'TENANT_MAX_OBJECTS' | 'TENANT_MAX_REQUESTS', usual: number) =>
    wholeNumber(environment, setting, usual, 1)
  const [objects, requests] = [
    number('TENANT_MAX_OBJECTS', kind === 'mock' ? 0 : usualObjects),
    number('TENANT_MAX_REQUESTS', 0),
  ]
  const skipped = skippedAreas(environment)
  return {
    ...(objects > 0 && { maxObjects: objects }),
    ...(requests > 0 && { maxRequests: requests }),
    ...(skipped && { skippedAreas: skipped }),
  }
}
