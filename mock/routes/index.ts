import type { Route } from '../route'
import { authorize } from './authorize'
import { clientList } from './client-list'
import { clients } from './clients'
import { directories } from './directories'
import { identityProviders } from './identity-providers'
import { openid } from './openid'
import { revocation } from './revocation'
import { rotation } from './rotation'
import { scim } from './scim'
import { syncClient } from './sync-client'
import { token } from './token'

/** Every operation of the tenant, one line per area. */
export const routes = [
  ...authorize,
  ...token,
  ...revocation,
  ...openid,
  ...clientList,
  ...clients,
  ...rotation,
  ...directories,
  ...syncClient,
  ...identityProviders,
  ...scim,
] as const

/** The request line of an operation, as `METHOD /path/{id}`. */
export type Line = (typeof routes)[number]['line']

/** The operations at one path. */
export interface Place {
  readonly methods: ReadonlyMap<string, Route>
  /** None of them needs a bearer token. */
  readonly isPublic: boolean
  /** They speak the OAuth dialect. */
  readonly isOauth: boolean
  /** They speak the SCIM dialect. */
  readonly isScim: boolean
}

const pathOf = ({ line }: Route): string => line.slice(line.indexOf(' ') + 1)
const methodOf = ({ line }: Route): string => line.slice(0, line.indexOf(' '))
const patternOf = (path: string): RegExp =>
  new RegExp(`^${path.replaceAll(/[.?]/g, String.raw`\$&`).replaceAll(/\{\w+\}/g, '([^/]+)')}$`)

const paths = [...new Set(routes.map(pathOf))]
const placeAt = (path: string): Place => {
  const here = (routes as readonly Route[]).filter(route => pathOf(route) === path)
  return {
    methods: new Map(here.map(route => [methodOf(route), route])),
    isPublic: here.every(({ right }) => right === undefined),
    isOauth: here.every(({ dialect }) => dialect === 'oauth'),
    isScim: here.every(({ dialect }) => dialect === 'scim'),
  }
}

const fixed = new Map(paths.filter(path => !path.includes('{')).map(path => [path, placeAt(path)]))
const patterns = paths
  .filter(path => path.includes('{'))
  .map(path => ({ pattern: patternOf(path), place: placeAt(path) }))

/** The operations of a path as sent, and what stands in the place of its parameter, not decoded. */
export const locate = (path: string): { readonly place: Place | undefined; readonly segment: string } => {
  const known = fixed.get(path)
  if (known) return { place: known, segment: '' }
  for (const { pattern, place } of patterns) {
    const match = pattern.exec(path)
    if (match) return { place, segment: match[1] ?? '' }
  }
  return { place: undefined, segment: '' }
}
