import { ConfigurationError, type Configuration } from './configuration'

/** The tenant under test, as the checks see it. */
export interface Tenant extends Configuration {
  readonly baseUrl: string
  readonly client: { readonly id: string; readonly secret: string }
  /** The host of the base URL without port, in lower case: what `Host` has to match. */
  readonly fqdn: string
  /** The port that is connected to. */
  readonly port: number
  readonly tls: boolean
  /** What a well-behaved client writes into `Host`: the name, and the port unless it is the default one. */
  readonly authority: string
  /** How long a reply may take, in milliseconds, where it is not as long as usual. */
  readonly patience?: number
}

/**
 * The tenant a configuration speaks of.
 * @throws ConfigurationError where there is none: the mock was not started
 */
export const tenantOf = (configuration: Configuration): Tenant => {
  const { baseUrl, client } = configuration
  if (!baseUrl || !client)
    throw new ConfigurationError(
      'TENANT_BASE_URL',
      'is not set and no mock is running',
      'Start the run with npm run conformance.',
    )
  const { host, hostname, port, protocol } = new URL(baseUrl)
  const tls = protocol === 'https:'
  return {
    ...configuration,
    baseUrl,
    client,
    fqdn: hostname.toLowerCase(),
    port: Number(port) || (tls ? 443 : 80),
    tls,
    authority: host,
  }
}
