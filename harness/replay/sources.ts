import type { Exchange } from '../exchange'
import { knownSecrets, type KnownSecret } from '../secret-book'
import { callOf } from './call'

/** The variables a shell expression reads. */
export const variablesIn = (expression: string): readonly KnownSecret[] => {
  const names = new Set([...expression.matchAll(/\$\{?(\w+)\}?/g)].map(([, name]) => name))
  return knownSecrets().filter(({ name }) => names.has(name))
}

/**
 * Exchanges and all earlier ones that their secrets depend on, in the order they happened: the one that handed a secret
 * out, and the one that put it into force.
 * @returns also the secrets that occur
 */
export const withSources = (
  exchanges: readonly Exchange[],
): { all: readonly Exchange[]; secrets: readonly KnownSecret[] } => {
  const all = new Set<Exchange>()
  const secrets = new Set<KnownSecret>()
  const need = (secret: KnownSecret) => {
    if (secrets.has(secret)) return
    secrets.add(secret)
    if (secret.origin.from === 'reply') visit(secret.origin.exchange)
    if (secret.origin.from === 'shell') variablesIn(secret.origin.expression).forEach(need)
    if (secret.inForceSince) visit(secret.inForceSince)
  }
  const visit = (exchange: Exchange) => {
    if (all.has(exchange)) return
    all.add(exchange)
    callOf(exchange, name =>
      knownSecrets()
        .filter(each => each.name === name)
        .forEach(need),
    )
  }
  exchanges.forEach(visit)
  return {
    all: [...all].sort((a, b) => a.sequence - b.sequence),
    secrets: knownSecrets().filter(each => secrets.has(each)),
  }
}
