import type { Check } from '../check'
import { headline } from '../evidence'
import type { Exchange } from '../exchange'
import { mask } from '../redact'
import { knownSecrets, type KnownSecret } from '../secret-book'
import { callOf } from './call'

const prelude = `#!/usr/bin/env bash
# Repeats one failed check. Set TENANT_BASE_URL, TENANT_CLIENT_ID and TENANT_CLIENT_SECRET, then run or paste it.
: "\${TENANT_BASE_URL:?}" "\${TENANT_CLIENT_ID:?}" "\${TENANT_CLIENT_SECRET:?}"
call() { curl -sS -i --max-time 30 \${TENANT_CA_FILE:+--cacert "$TENANT_CA_FILE"} "$@"; }
member() { sed -n 's/.*"'"$1"'" *: *"\\([^"]*\\)".*/\\1/p' | head -n 1; }
urlencode() { printf %s "$1" | od -An -v -tx1 | tr -d ' \\n' | sed 's/../%&/g'; }
wire() {
  local place=\${TENANT_BASE_URL#*://}; place=\${place%/}
  local host=\${place%:*} port=443
  [[ $place == *:* ]] && port=\${place##*:}
  if [[ $TENANT_BASE_URL == https:* ]]
  then timeout 15 openssl s_client -quiet -connect "$host:$port" -servername "$host" \${TENANT_CA_FILE:+-CAfile "$TENANT_CA_FILE"} 2>/dev/null
  else timeout 15 bash -c 'exec 3<>"/dev/tcp/$0/$1"; cat >&3; cat <&3' "$host" "$([[ $place == *:* ]] && echo "$port" || echo 80)"
  fi
}
`

const byName = (name: string): KnownSecret | undefined => knownSecrets().find(each => each.name === name)

const namesIn = (text: string) => [...text.matchAll(/\$\{?(\w+)\}?/g)].map(([, name]) => name ?? '')

/** The exchanges of a check and all earlier ones that its secrets came from, in the order they happened. */
const withSources = (exchanges: readonly Exchange[]): { all: Exchange[]; names: Set<string> } => {
  const all = new Set<Exchange>()
  const names = new Set<string>()
  const need = (name: string) => {
    const secret = byName(name)
    if (!secret || names.has(name)) return
    names.add(name)
    if (secret.origin.from === 'reply') visit(secret.origin.exchange)
    if (secret.origin.from === 'shell') namesIn(secret.origin.expression).forEach(need)
  }
  const visit = (exchange: Exchange) => {
    if (all.has(exchange)) return
    all.add(exchange)
    callOf(exchange, need)
  }
  exchanges.forEach(visit)
  return { all: [...all].sort((a, b) => a.sequence - b.sequence), names }
}

const assignment = ({ name, origin }: KnownSecret): string =>
  origin.from === 'shell' ? `${name}=${origin.expression}` : ''

const commented = (text: string) => mask(text).replaceAll(/^/gm, '# ')

/**
 * A script that repeats a check: what it needs first, the calls, what was observed and expected, and the cleaning up.
 * It holds no secret: those it makes up, reads from replies, or takes from the environment.
 */
export const scriptOf = (check: Check): string => {
  const { all, names } = withSources(check.exchanges)
  const secrets = knownSecrets().filter(({ name }) => names.has(name))
  const made = secrets.filter(({ origin }) => origin.from === 'shell')
  const pending = new Set(made)
  const ready = new Set(secrets.filter(({ origin }) => origin.from === 'environment').map(({ name }) => name))

  /** Assignments whose own variables are known by now. */
  const assignable = (): string[] => {
    const lines: string[] = []
    for (const secret of pending) {
      const needs = secret.origin.from === 'shell' ? namesIn(secret.origin.expression).filter(name => byName(name)) : []
      if (!needs.every(name => ready.has(name))) continue
      pending.delete(secret)
      ready.add(secret.name)
      lines.push(assignment(secret))
    }
    return lines
  }

  const steps = all.map(exchange => {
    const learnt = secrets.filter(({ origin }) => origin.from === 'reply' && origin.exchange === exchange)
    const before = assignable()
    learnt.forEach(({ name }) => ready.add(name))
    const reads = learnt.map(
      ({ name, origin }) => `${name}=$(member ${origin.from === 'reply' ? origin.member : ''} <<<"$reply")`,
    )
    const call = callOf(exchange, () => {})
    const isLast = exchange === check.exchanges.findLast(({ phase }) => phase === 'act')
    return [
      `# ${mask(headline(exchange))}`,
      ...before,
      `reply=$(${call})`,
      `printf '%s\\n\\n' "$reply"${isLast ? '' : ' | head -n 1'}`,
      ...reads,
      ...(isLast && check.violation ? [commented(check.violation)] : []),
    ].join('\n')
  })
  return [prelude, commented(check.title), '', steps.join('\n\n'), ''].join('\n')
}
