import { creationOf } from '../belongings'
import type { Check } from '../check'
import { headline } from '../evidence'
import type { Exchange } from '../exchange'
import { mediaTypeHeaders } from '../media-type'
import { mask } from '../redact'
import { outgoing, type Request } from '../request'
import type { KnownSecret } from '../secret-book'
import { callOf } from './call'
import { prelude } from './prelude'
import { variablesIn, withSources } from './sources'

const commented = (text: string) => mask(text).replaceAll(/^/gm, '# ')

/** Gives the assignments whose own variables are known, each once. */
const assigner = (secrets: readonly KnownSecret[]) => {
  const ready = new Set(secrets.filter(({ origin }) => origin.from === 'environment'))
  const pending = new Set(secrets.filter(({ origin }) => origin.from === 'shell'))
  return {
    learnt: (secret: KnownSecret) => void ready.add(secret),
    assignable: (): string[] =>
      [...pending].flatMap(secret => {
        const { origin, name } = secret
        if (origin.from !== 'shell' || !variablesIn(origin.expression).every(each => ready.has(each))) return []
        pending.delete(secret)
        ready.add(secret)
        return [`${name}=${origin.expression}`]
      }),
  }
}

/** Requests that remove what the exchanges made and did not remove themselves: clients of actors, for instance. */
const removals = (exchanges: readonly Exchange[]): readonly Request[] => {
  const removed = new Set(exchanges.map(({ request }) => request.line))
  return exchanges.flatMap(({ request, received }) => {
    const made = received && received.status < 300 ? creationOf(request, received) : undefined
    return made && !removed.has(made.remove)
      ? [{ line: made.remove, bearer: request.bearer, headers: mediaTypeHeaders(made.remove, false) }]
      : []
  })
}

const cleanUp = (exchanges: readonly Exchange[]): string =>
  removals(exchanges)
    .map(request => ({ request, sent: outgoing(request), number: 0, sequence: 0, phase: 'cleanup' as const }))
    .map(exchange => `# ${exchange.request.line}\n${callOf(exchange, () => {})} | head -n 1`)
    .join('\n\n')

/**
 * A script that repeats a check: what it needs first, the calls, what was observed and expected, and the cleaning up.
 * It holds no secret: those it makes up, reads from replies, or takes from the environment.
 */
export const scriptOf = (check: Check): string => {
  const { all, secrets } = withSources(check.exchanges)
  const { learnt, assignable } = assigner(secrets)
  const last = check.exchanges.findLast(({ phase }) => phase === 'act')

  const steps = all.map(exchange => {
    const before = assignable()
    const waits = check.pauses.filter(({ before }) => check.exchanges[before - 1] === exchange)
    const reads = secrets.flatMap(secret => {
      const { origin, name } = secret
      if (origin.from !== 'reply' || origin.exchange !== exchange) return []
      learnt(secret)
      return [`${name}=$(member ${origin.member} <<<"$reply")`]
    })
    return [
      ...waits.map(({ seconds }) => `sleep ${seconds}\n`),
      `# ${mask(headline(exchange))}`,
      ...before,
      `reply=$(${callOf(exchange, () => {})})`,
      `printf '%s\\n\\n' "$reply"${exchange === last ? '' : ' | head -n 1'}`,
      ...reads,
      ...(exchange === last && check.violation ? [commented(check.violation)] : []),
    ].join('\n')
  })
  return `${[prelude + commented(check.title), ...steps, cleanUp(all)].filter(Boolean).join('\n\n')}\n`
}
