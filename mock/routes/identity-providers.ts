import { freshId } from '../chance'
import type { Members } from '../client'
import type { Exchange } from '../exchange'
import type { IdentityProvider } from '../identity-provider'
import { conflict, problemsOf, unknown } from '../member-rules'
import { providerObjections, providerOf, providerRules } from '../provider-draft'
import { providerAddress, providersPath as path, providerView } from '../provider-view'
import { created, denied, noContent, ok, route } from '../route'
import type { Problem } from '../route'
import type { Wire } from '../wire'

const dialect = 'envelope'

const unknownProvider = (): Wire => unknown('identity.provider', 'identity provider')

const find = ({ tenant, id }: Exchange): IdentityProvider | undefined => tenant.store.identityProviders.get(id)
const keep = ({ tenant }: Exchange, provider: IdentityProvider) =>
  void tenant.store.identityProviders.set(provider.id, provider)

/** What keeps a provider from becoming what it is meant to be; undefined when nothing does. */
const objection = (
  exchange: Exchange,
  problems: readonly Problem[],
  make: () => IdentityProvider,
): Wire | IdentityProvider => {
  if (problems.length > 0) return denied(400, problems)
  const provider = make()
  const objections = providerObjections(exchange, provider, find(exchange))
  if (objections.length > 0) return denied(400, objections)
  const { sameName } = exchange.laws.identityProviders
  return [...exchange.tenant.store.identityProviders.values()].some(
    other => other.id !== provider.id && sameName(other, provider),
  )
    ? conflict('identity.provider.with.name', 'An identity provider of this name already exists.')
    : provider
}

const list = route(
  `GET ${path}`,
  { right: 'identity-providers:read', dialect, reads: 'nothing', answers: 'identity-provider-list' },
  exchange => {
    const { tenant, laws, type } = exchange
    const items = [...tenant.store.identityProviders.values()].map(provider => ({
      ...laws.identityProviders.summary(provider),
      _links: { self: { href: providerAddress(exchange, provider) } },
    }))
    return ok({ items, _links: { self: { href: `${tenant.baseUrl}${path}` } } }, { 'content-type': type })
  },
)

const create = route(
  `POST ${path}`,
  {
    right: 'identity-providers:write',
    dialect,
    reads: 'json',
    takes: 'identity-provider',
    answers: 'identity-provider',
  },
  exchange => {
    const { laws, json, type } = exchange
    const draft = json().members
    const problems = problemsOf(
      'identity.provider',
      providerRules(exchange, draft, true),
      draft,
      laws.identityProviders.required,
    )
    const id = freshId()
    const provider = objection(exchange, problems, () => providerOf(exchange, id, undefined, draft))
    if ('status' in provider) return provider

    keep(exchange, provider)
    return created(providerView(exchange, provider), {
      'content-type': type,
      location: providerAddress(exchange, provider),
    })
  },
)

const read = route(
  `GET ${path}/{idpId}`,
  { right: 'identity-providers:read', dialect, reads: 'nothing', answers: 'identity-provider' },
  exchange => {
    const provider = find(exchange)
    return provider ? ok(providerView(exchange, provider), { 'content-type': exchange.type }) : unknownProvider()
  },
)

/** Members that are mentioned change, all of them or none. */
const change = route(
  `PATCH ${path}/{idpId}`,
  {
    right: 'identity-providers:write',
    dialect,
    reads: 'json',
    takes: 'identity-provider',
    answers: 'identity-provider',
  },
  exchange => {
    const before = find(exchange)
    if (!before) return unknownProvider()
    const draft: Members = exchange.json().members
    const problems = problemsOf('identity.provider', providerRules(exchange, draft, false), draft, [])
    const provider = objection(exchange, problems, () => providerOf(exchange, before.id, before, draft))
    if ('status' in provider) return provider

    keep(exchange, provider)
    return ok(providerView(exchange, provider), { 'content-type': exchange.type })
  },
)

const remove = route(
  `DELETE ${path}/{idpId}`,
  { right: 'identity-providers:write', dialect, reads: 'nothing' },
  exchange => (exchange.tenant.store.identityProviders.delete(exchange.id) ? noContent() : unknownProvider()),
)

export const identityProviders = [list, create, read, change, remove] as const
