import type { Directory } from '../directory'
import { isName, isObject, isText, without } from './names'

const nameFits = (value: unknown): boolean => isName(value, 128)

/** Up to 30 different domain names. */
const domainsFit = (value: unknown): boolean =>
  Array.isArray(value) && value.length <= 30 && value.every(isText) && new Set(value).size === value.length

/** A list of domains cannot be emptied again. */
const isEmptied = (value: unknown): boolean => Array.isArray(value) && value.length === 0

const defaultDomainFits = (value: unknown): boolean =>
  value === null || (typeof value === 'string' && value.length <= 100)

const sources: readonly unknown[] = ['AZURE', 'PING', 'OKTA', 'ACCESS', 'GENERIC']
const sourceFits = (value: unknown): boolean => value === null || sources.includes(value)

const typeFits = (value: unknown): boolean => value === null || value === 'PROVISIONED' || value === 'JIT'

const attributesFit = (value: unknown): boolean =>
  value === null || (isObject(value) && ['boolean', 'undefined'].includes(typeof value.attemptDecodeExternalIdAsMSGuid))

/** Nothing, and text of no length, stand for none. */
const isNone = (value: unknown): boolean => value === null || value === ''

const required: readonly string[] = ['name']

/** Members a new directory takes, and those that can change later. */
const writable: readonly string[] = ['name', 'domains', 'default_domain', 'source', 'type', 'attributes']
const changeable: readonly string[] = writable.filter(name => name !== 'type')

/** The default domain is one of the domains. */
const isAmongItsDomains = ({ domains = [], default_domain }: Directory): boolean =>
  default_domain === undefined || domains.includes(default_domain)

const sameName = (one: Directory, other: Directory): boolean => one.name === other.name

/** Domains are compared as the DNS does, without regard to case. */
const sharesDomain = ({ domains: own = [] }: Directory, { domains: others = [] }: Directory): boolean =>
  own.some(domain => others.some(other => other.toLowerCase() === domain.toLowerCase()))

/** Deletion begins when it is asked for. */
const deletionBegins = (now: number): number | undefined => now

/** Deletion takes a twentieth of a second; until then the directory is still there and says so. */
const isGone = (deletedAt: number | undefined, now: number): boolean =>
  deletedAt !== undefined && now - deletedAt >= 0.05

const shown = (directory: Directory): Readonly<Record<string, unknown>> => ({ ...directory })

/** Lists leave the default domain out. */
const summary = (directory: Directory): Readonly<Record<string, unknown>> => without({ ...directory }, 'default_domain')

export const directories = {
  attributesFit,
  changeable,
  defaultDomainFits,
  deletionBegins,
  domainsFit,
  isAmongItsDomains,
  isEmptied,
  isGone,
  isNone,
  nameFits,
  required,
  sameName,
  sharesDomain,
  shown,
  sourceFits,
  summary,
  typeFits,
  writable,
}
