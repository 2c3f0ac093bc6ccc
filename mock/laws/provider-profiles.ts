import type { Members } from '../client'
import { isObject, isText, without } from './names'

const oidcDefaults: Members = {
  pass_through_claims: false,
  open_id_user_identifier_attribute: 'sub',
  internal_user_identifier_attribute: 'ExternalId',
  login_hint_user_attribute: 'userName',
  send_login_hint_in_request: false,
}

/** Where a provider publishes its configuration: an address of the web. Nothing is fetched from there. */
const isWebAddress = (value: unknown): boolean =>
  isText(value) && URL.canParse(value) && /^https?:$/.test(new URL(value).protocol)

const isMap = (value: unknown): boolean =>
  isObject(value) && Object.values(value).every(item => typeof item === 'string')
const isFlag = (value: unknown): boolean => typeof value === 'boolean'

const oidcMembers: Readonly<Record<string, (value: unknown) => boolean>> = {
  configuration_url: isWebAddress,
  client_id: isText,
  client_secret: isText,
  oidc_user_attribute_mapping: isMap,
  authorize_params: isMap,
  token_params: isMap,
  pass_through_claims: isFlag,
  open_id_user_identifier_attribute: isText,
  internal_user_identifier_attribute: isText,
  login_hint_user_attribute: isText,
  send_login_hint_in_request: isFlag,
}

const oidcRequired: readonly string[] = ['configuration_url', 'client_id', 'client_secret']

/** The first member of an OIDC profile that is missing or does not fit; undefined when all do. */
const oidcFault = (profile: Members): string | undefined =>
  oidcRequired.find(name => !Object.hasOwn(profile, name)) ??
  Object.keys(profile).find(name => oidcMembers[name]?.(profile[name]) === false)

const longestMetadata = 100_000

/** Metadata are XML in Base64, without a document type that could pull in anything. */
const isMetadata = (value: unknown): boolean => {
  if (!isText(value) || value.length > longestMetadata || !/^[A-Za-z0-9+/\s]+={0,2}\s*$/.test(value)) return false
  const xml = Buffer.from(value, 'base64').toString('utf8').trim()
  return xml.startsWith('<') && !xml.includes('<!DOCTYPE')
}

/** A SAML profile has metadata, or says where they are, and one of two ways to find the user. */
const samlFault = (profile: Members): string | undefined => {
  const { saml_metadata: metadata, saml_metadata_url: url } = profile
  if (metadata === undefined && url === undefined) return 'saml_metadata'
  if (metadata !== undefined && !isMetadata(metadata)) return 'saml_metadata'
  if (url !== undefined && !isWebAddress(url)) return 'saml_metadata_url'
  return (profile.saml_name_id_user_attribute_mapping ?? profile.saml_identity_user_attribute_mapping)
    ? undefined
    : 'saml_name_id_user_attribute_mapping'
}

const isEmpty = (value: unknown): boolean =>
  value === null || value === '' || (typeof value === 'object' && Object.keys(value).length === 0)

/** Members of a profile change one by one, each as a whole; an empty value takes one away. */
const mergeProfile = (before: Members, change: Members): Members =>
  Object.fromEntries(Object.entries({ ...before, ...change }).filter(([, value]) => !isEmpty(value)))

/** The profile of a protocol; that of another one is ignored. */
const profileName = (type: string): 'oidc_profile' | 'saml_profile' =>
  type === 'SAML' ? 'saml_profile' : 'oidc_profile'

/** What readers see of a profile: everything but the secret. */
const shownProfile = (profile: Members): Members => without(profile, 'client_secret')

const profileFault = (type: string, profile: Members): string | undefined =>
  type === 'SAML' ? samlFault(profile) : oidcFault(profile)

const defaults = (type: string): Members => (type === 'SAML' ? {} : oidcDefaults)

export const profiles = { defaults, mergeProfile, profileFault, profileName, shownProfile }
