import { readFileSync } from 'node:fs'
import { ConfigurationError, type Environment } from './settings'

type Members = Readonly<Record<string, unknown>>

/** What a user of a run looks like where nothing else is said: `{name}` and `{domain}` are filled in. */
const usual: Members = {
  schemas: ['urn:ietf:params:scim:schemas:core:2.0:User'],
  userName: '{name}',
  externalId: '{name}',
  name: { givenName: 'Conformance', familyName: 'Check' },
  displayName: 'Conformance Check',
  active: true,
  emails: [{ value: '{name}@{domain}', type: 'work', primary: true }],
}

const filled = (value: unknown, name: string, domain: string): unknown => {
  if (typeof value === 'string') return value.replaceAll('{name}', name).replaceAll('{domain}', domain)
  if (Array.isArray(value)) return value.map(item => filled(item, name, domain))
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([member, inner]) => [member, filled(inner, name, domain)]))
}

/**
 * The members of a user that fits into a directory.
 * @param template members with `{name}` and `{domain}` in any text, as TENANT_SCIM_USER gives them
 */
export const scimUser = (
  { scimUserTemplate = usual }: { readonly scimUserTemplate?: Members },
  name: string,
  domain: string,
): Members => filled(scimUserTemplate, name, domain) as Members

const read = (file: string): unknown => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as unknown
  } catch {
    return undefined
  }
}

/** The template of TENANT_SCIM_USER, if it is set. Throws ConfigurationError for a file that holds none. */
export const scimUserTemplate = ({ TENANT_SCIM_USER: file }: Environment): Members | undefined => {
  if (!file) return undefined
  const template = read(file)
  const isTemplate = typeof template === 'object' && template !== null && 'userName' in template
  if (isTemplate && JSON.stringify(template).includes('{name}')) return template
  throw new ConfigurationError(
    'TENANT_SCIM_USER',
    `is "${file}", which holds no template of a user`,
    'Put the path of a JSON file there: a SCIM user with {name} in userName, and {domain} where the domain belongs.',
  )
}
