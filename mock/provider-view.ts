import type { Members } from './client'
import { findDirectory } from './directory-lookup'
import type { Exchange } from './exchange'
import type { IdentityProvider } from './identity-provider'

export const providersPath = '/federation/broker/identity-providers'

/** The address of an identity provider. */
export const providerAddress = ({ tenant }: Exchange, { id }: IdentityProvider): string =>
  `${tenant.baseUrl}${providersPath}/${id}`

/** An identity provider as readers see it; directories have the names they have now, or none when they are gone. */
export const providerView = (exchange: Exchange, provider: IdentityProvider): Members => {
  const { profileName, shownProfile } = exchange.laws.identityProviders
  const { directories, profile, ...shown } = provider
  return {
    ...shown,
    directory_list: directories.map(id => ({ id, name: findDirectory(exchange, id)?.directory.name ?? '' })),
    [profileName(provider.idp_type)]: shownProfile(profile),
    _links: { self: { href: providerAddress(exchange, provider) } },
  }
}
