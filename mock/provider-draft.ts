import { freshId } from './chance'
import type { Members } from './client'
import { findDirectory } from './directory-lookup'
import type { Exchange } from './exchange'
import type { IdentityProvider } from './identity-provider'
import { isObject, plainId } from './laws/names'
import { problemOf } from './member-rules'
import type { MemberRules } from './member-rules'
import type { Problem } from './route'

/** What the members of a provider must be. Methods are the tenant's choice at first, and a body's later. */
export const providerRules = (
  { laws: { identityProviders: law } }: Exchange,
  draft: Members,
  isNew: boolean,
): MemberRules => ({
  idp_name: [law.nameFits, 'must be 1 to 100 letters, digits, blanks, hyphens or underscores'],
  idp_type: [law.typeFits, 'must be OIDC or SAML'],
  idp_source_type: [law.sourceFits, 'must be a known source'],
  directory_list: [law.directoriesFit, 'must be a list of directories'],
  trust_certificates: [law.certificatesFit, 'must be up to 3 chains of up to 5 certificates in PEM'],
  ...(!isNew && { auth_type_list: [law.methodsFit, 'must be a non-empty list of methods'] }),
  ...(typeof draft.idp_type === 'string' && { [law.profileName(draft.idp_type)]: [isObject, 'must be an object'] }),
})

const methodsOf = (before: readonly Members[], draft: unknown): readonly Members[] => {
  if (!Array.isArray(draft)) return before
  const known = new Map(before.map(method => [method.id, method]))
  return draft.filter(isObject).map(method => {
    const same = known.get(method.id)
    return { ...same, ...method, id: same?.id ?? freshId() }
  })
}

const textOf = (value: unknown, otherwise = ''): string => (typeof value === 'string' ? value : otherwise)

const idsOf = (list: unknown): readonly string[] =>
  Array.isArray(list) ? list.filter(isObject).map(({ id }) => plainId(String(id))) : []

/** A provider as a body makes it, or changes it where there is one before. Single members are known to fit. */
export const providerOf = (
  { laws: { identityProviders: law } }: Exchange,
  id: string,
  before: IdentityProvider | undefined,
  draft: Members,
): IdentityProvider => {
  const idp_type = before?.idp_type ?? textOf(draft.idp_type)
  const profile = draft[law.profileName(idp_type)]
  const source = draft.idp_source_type ?? before?.idp_source_type
  const certificates = draft.trust_certificates ?? before?.trust_certificates
  return {
    id,
    idp_name: textOf(draft.idp_name, before?.idp_name),
    idp_type,
    ...(source !== undefined && { idp_source_type: textOf(source) }),
    directories: Object.hasOwn(draft, 'directory_list') ? idsOf(draft.directory_list) : (before?.directories ?? []),
    profile: law.mergeProfile(before?.profile ?? law.defaults(idp_type), isObject(profile) ? profile : {}),
    ...(Array.isArray(certificates) && { trust_certificates: certificates }),
    auth_type_list: before
      ? methodsOf(before.auth_type_list, draft.auth_type_list)
      : [{ id: freshId(), ...law.usualMethod }],
  }
}

/** What is wrong with a provider as a whole: its profile, and new directories of it that do not exist. */
export const providerObjections = (
  exchange: Exchange,
  provider: IdentityProvider,
  before: IdentityProvider | undefined,
): readonly Problem[] => {
  const law = exchange.laws.identityProviders
  const profile = law.profileName(provider.idp_type)
  const fault = law.profileFault(provider.idp_type, provider.profile)
  const isUnknown = provider.directories.some(id => !before?.directories.includes(id) && !findDirectory(exchange, id))
  return [
    ...(fault === undefined
      ? []
      : [
          problemOf(
            'identity.provider',
            `${profile}.${fault}`,
            'invalid',
            `${profile}.${fault} is missing or not valid.`,
          ),
        ]),
    ...(isUnknown
      ? [problemOf('identity.provider', 'directory_list', 'unknown', 'directory_list names an unknown directory.')]
      : []),
  ]
}
