import { wholeNumber, type Environment } from '../settings'
import type { Limits } from './pace'

/** What a tenant that is shared with others is asked, where nothing else is said. */
const gentle: Limits = { rate: 10, concurrency: 6 }

const unbounded: Limits = { rate: Number.POSITIVE_INFINITY, concurrency: Number.POSITIVE_INFINITY }

/**
 * How much is asked: what is set, else gently on a tenant, and as much as comes on the mock.
 * @returns the limits, and where this process gets its tickets if it is not alone
 * @throws ConfigurationError
 */
export const paceSettings = (
  environment: Environment,
  kind: 'mock' | 'tenant',
): Limits & { readonly desk?: string } => {
  const usual = kind === 'mock' ? unbounded : gentle
  const desk = environment.CONFORMANCE_PACE
  return {
    rate: wholeNumber(environment, 'TENANT_RATE', usual.rate, 1, 1_000),
    concurrency: wholeNumber(environment, 'TENANT_CONCURRENCY', usual.concurrency, 1, 100),
    ...(desk && { desk }),
  }
}
