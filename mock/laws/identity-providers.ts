import type { IdentityProvider } from '../identity-provider'
import { isName, isObject, isText } from './names'
import { profiles } from './provider-profiles'

const nameFits = (value: unknown): boolean => isName(value, 100)

const typeFits = (value: unknown): boolean => value === 'OIDC' || value === 'SAML'

const sources: readonly unknown[] = ['GENERIC', 'ENTRA', 'OKTA']
const sourceFits = (value: unknown): boolean => sources.includes(value)

const directoryId = /^(urn:uuid:)?[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
const directoriesFit = (value: unknown): boolean =>
  Array.isArray(value) && value.every(item => isObject(item) && isText(item.id) && directoryId.test(item.id))

const chain = /^\s*(-----BEGIN CERTIFICATE-----\r?\n[A-Za-z0-9+/=\r\n]+\r?\n-----END CERTIFICATE-----\s*){1,5}$/

/** Up to three chains of up to five certificates. */
const certificatesFit = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 3 && value.every(item => isText(item) && chain.test(item))

/** At least one method of authentication remains. */
const methodsFit = (value: unknown): boolean =>
  Array.isArray(value) && value.length > 0 && value.every(item => isObject(item) && isText(item.auth_method_name))

/** The method of a new provider, whatever it brings along. */
const usualMethod = {
  auth_method_name: 'idp',
  saml_authn_context: 'urn:oasis:names:tc:SAML:2.0:ac:classes:unspecified',
}

const required: readonly string[] = ['idp_name', 'idp_type', 'directory_list']

const sameName = (one: IdentityProvider, other: IdentityProvider): boolean => one.idp_name === other.idp_name

/** Lists are short: no profile is in them. */
const summary = ({ id, idp_name, idp_type, directories }: IdentityProvider): Readonly<Record<string, unknown>> => ({
  id,
  idp_name,
  idp_type,
  directory_ids: directories,
})

export const identityProviders = {
  ...profiles,
  certificatesFit,
  directoriesFit,
  methodsFit,
  nameFits,
  required,
  sameName,
  sourceFits,
  summary,
  typeFits,
  usualMethod,
}
