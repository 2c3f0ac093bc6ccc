import { isUtf8 } from 'node:buffer'

/** A family of media types; each generation has its own name for it. */
export type Kind = keyof typeof subjects | 'scim'

const subjects = {
  client: 'horizon.manager.accesscontrol.broker.oauth2client.with.rule.sets',
  'client-list': 'horizon.manager.accesscontrol.broker.oauth2client.list',
  'secret-rotation': 'horizon.manager.accesscontrol.broker.oauth2client.secret.rotation',
  directory: 'vidm.usergroup.broker.directory',
  'directory-list': 'vidm.usergroup.broker.directory.list',
  'sync-client': 'vidm.usergroup.broker.directory.syncclientconfiguration',
  'identity-provider': 'vidm.federation.broker.identityprovider',
  'identity-provider-list': 'vidm.federation.broker.identityprovider.list',
} as const

/** How a generation spells the type of a family. */
export type Generation = (kind: keyof typeof subjects) => string

const plain: Generation = () => 'application/json'
const vendor =
  (brand: string): Generation =>
  kind =>
    `application/vnd.${brand}.${subjects[kind]}+json`

/** All generations are served side by side; the first is preferred. */
const generations: readonly Generation[] = [plain, vendor('Omnissa'), vendor('vmware')]

/** What SCIM messages are called (RFC 7644 section 3.1); generations do not matter to them. */
const scimTypes: readonly string[] = ['application/scim+json', 'application/json']

/** The types of a family that a tenant of these generations takes and answers with, the preferred one first. */
const types = (kind: Kind, generations: readonly Generation[]): readonly string[] =>
  kind === 'scim' ? scimTypes : generations.map(generation => generation(kind))

/** Media types compare without regard to case. */
const equal = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase()

/** JSON and forms are UTF-8. */
const charsetFits = (charset: string | null): boolean => charset === null || /^utf-?8$/i.test(charset)

/** Only bodies sent as they are can be read. */
const codingFits = (coding: string): boolean => coding === '' || coding.toLowerCase() === 'identity'

/** The longest body taken, in bytes. */
const longestBody = 1_048_576 as number

/** The deepest nesting taken. */
const depthFits = (depth: number): boolean => depth <= 64

/** No name occurs twice in one object. */
const namesFit = (names: number, distinct: number): boolean => names === distinct

/** Nothing at all is no JSON. */
const isEmpty = (body: Buffer): boolean => body.length === 0

/** The characters a body stands for; bytes that are no UTF-8 stand for none. */
const text = (body: Buffer): string | undefined => (isUtf8(body) ? body.toString('utf8') : undefined)

/** A request body is one JSON object. */
const shapeFits = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** How closely an Accept range names a type: exactly, by its first half, by a wildcard, not at all. */
const specificity = (range: string, type: string): number =>
  range === type ? 3 : range === `${type.split('/')[0]}/*` ? 2 : range === '*/*' ? 1 : 0

/** Whether an answer the caller did not ask for is refused. */
const insistsOnAccept = true as boolean

export const media = {
  charsetFits,
  codingFits,
  depthFits,
  equal,
  generations,
  insistsOnAccept,
  isEmpty,
  longestBody,
  namesFit,
  shapeFits,
  specificity,
  text,
  types,
}
