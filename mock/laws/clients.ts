import type { Client, Members } from '../client'
import type { Row } from '../store'

const int32 = 2_147_483_647

const isInteger = (value: unknown): value is number => Number.isInteger(value)
const isList = (value: unknown): value is readonly unknown[] => Array.isArray(value)

/** One list of strings, each of which passes. */
const every = (value: unknown, passes: (item: string) => boolean): boolean =>
  isList(value) && value.every(item => typeof item === 'string' && passes(item))

const clientIdFits = (value: unknown): boolean =>
  typeof value === 'string' && value.length >= 1 && value.length <= 256 && /^[a-zA-Z0-9\-_.@]+$/.test(value)

/** One scope: the characters the token endpoint permits, without white space. */
const scopeFits = (scope: string): boolean => /^[a-zA-Z0-9\-:_.+]+$/.test(scope)
const scopesFit = (value: unknown): boolean => isList(value) && value.length > 0 && every(value, scopeFits)

const grantTypes: readonly string[] = [
  'password',
  'client_credentials',
  'refresh_token',
  'authorization_code',
  'token',
  'id_token',
]
const grantsFit = (value: unknown): boolean =>
  isList(value) && value.length > 0 && every(value, grant => grantTypes.includes(grant))

const ruleSets: readonly string[] = ['TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN']
const ruleSetsFit = (value: unknown): boolean => every(value, name => ruleSets.includes(name))

const authority = String.raw`(?:[\w.~!$&'()*+,;=:@[\]-]|%[0-9a-f]{2})+`
const pathAndQuery = String.raw`(?:[/?](?:[\w.~!$&'()*+,;=:@/?[\]-]|%[0-9a-f]{2})*)?`
const absoluteUrl = new RegExp(`^[a-z][a-z0-9+.-]*://${authority}${pathAndQuery}$`, 'i')

/** An absolute URL without a fragment; an asterisk may stand for any part of it. */
const urlFits = (url: string): boolean => absoluteUrl.test(url)
const redirectsFit = (value: unknown): boolean => every(value, urlFits)
const logoutRedirectsFit = (value: unknown): boolean => every(value, urlFits)

/** Minutes, at least one, within 32 bits. */
const lifetimeFits = (value: unknown): boolean => isInteger(value) && value >= 1 && value <= int32

/** Minutes, or 0 for none. */
const refreshLifetimeFits = (value: unknown): boolean => isInteger(value) && value >= 0 && value <= int32

const secretFits = (value: unknown): boolean => typeof value === 'string' && value.length >= 1

/** What a caller is told of a member that does not fit: its name and the rule, never a value. */
const complaint = (member: string, rule: string, _draft: Members): string => `${member} ${rule}.`

/** Names in a request that no member has are ignored. */
const surplus = (_draft: Members): readonly string[] => []

/** Members a new client cannot do without. */
const required: readonly string[] = ['client_id', 'scope', 'grant_types']

/** Minutes an access token lives unless told otherwise. */
const usualLifetime = 360 as number

/** Someone who comes back with the authorization code needs a place to come back to. */
const needsRedirect = ({ grant_types, redirect_uris }: Client, _before?: Client): boolean =>
  grant_types.includes('authorization_code') && (redirect_uris ?? []).length === 0

/** With the refresh_token grant both refresh lifetimes are mandatory. */
const needsRefreshLifetimes = (
  { grant_types, refresh_token_ttl, refresh_token_idle_ttl }: Client,
  _before?: Client,
): boolean =>
  grant_types.includes('refresh_token') && (refresh_token_ttl === undefined || refresh_token_idle_ttl === undefined)

/** With the refresh_token grant the idle lifetime is at most the whole lifetime. */
const idlesTooLong = ({ grant_types, refresh_token_ttl = 0, refresh_token_idle_ttl = 0 }: Client): boolean =>
  grant_types.includes('refresh_token') && refresh_token_idle_ttl > refresh_token_ttl

/** The secret of a new client: the one supplied, else a generated one. */
const secretOf = (supplied: unknown, generate: () => string): string =>
  typeof supplied === 'string' ? supplied : generate()

/** A secret is shown once, on creation, and only if nobody could know it yet. */
const shownSecret = (supplied: unknown, secret: string): Readonly<Record<string, unknown>> =>
  supplied === undefined ? { secret } : {}

/** The identity of a new client is never the caller's choice. */
const identity = (generated: string, _draft: Members): string => generated

/** The client_id that a path means: what stands in it. Identities address nothing. */
const addressed = (inPath: string, _rows: ReadonlyMap<string, Row>): string => inPath

/** Names of clients that go along with one that is deleted: none, whoever made them. */
const alongWith = (_gone: Client, _rows: ReadonlyMap<string, Row>): readonly string[] => []

/** Clients that change because another one is deleted: none. */
const bereaved = (_gone: Client, _rows: ReadonlyMap<string, Row>): readonly Client[] => []

/** What is left of a client after a refused creation of the same name: all of it. */
const afterRefusal = (existing: Client, _refused: Client): Client => existing

/** What a new client has of a deleted one of the same name: nothing. */
const inherits = (fresh: Client, _predecessor: Client): Client => fresh

/** What a deletion of a client that is deleted leaves behind: the row as it is. */
const remains = (row: Row): Row => row

const isTaken = (row: Row | undefined): boolean => row !== undefined && !row.deleted
const isListed = ({ deleted }: Row): boolean => !deleted
const isUsable = ({ deleted }: Row): boolean => !deleted

/** What readers see beyond the administered members. Secrets are not among it. */
const extras = (_client: Client): Readonly<Record<string, unknown>> => ({})

/** What lists show of a client. */
const summary = ({ client_id, scope }: Client): Readonly<Record<string, unknown>> => ({ client_id, scope })

export const clients = {
  addressed,
  afterRefusal,
  alongWith,
  bereaved,
  clientIdFits,
  complaint,
  extras,
  grantsFit,
  identity,
  idlesTooLong,
  inherits,
  isListed,
  isTaken,
  isUsable,
  lifetimeFits,
  logoutRedirectsFit,
  needsRedirect,
  needsRefreshLifetimes,
  redirectsFit,
  refreshLifetimeFits,
  remains,
  required,
  ruleSetsFit,
  scopesFit,
  secretFits,
  secretOf,
  shownSecret,
  summary,
  surplus,
  usualLifetime,
}
