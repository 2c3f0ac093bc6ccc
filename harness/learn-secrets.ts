import type { Exchange } from './exchange'
import type { Reply } from './reply'
import { learn, tookOver } from './secret-book'

const secretMembers = /^(access_token|refresh_token|id_token|secret|client_secret|secondary_secret)$/

/** Members in a text that is no JSON, as `name: "value"` or `name=value`. */
const looseMembers =
  /["']?\b(access_token|refresh_token|id_token|client_secret|secondary_secret|secret)["']?\s*[:=]\s*["']?([^\s"'&,;<>}]{8,})/g

const jwt = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g

type Found = readonly [member: string, value: string]

/** Long enough to guard something, and not the asterisks that stand where a secret was. */
const isSecret = (value: string) => value.length >= 8 && /[A-Za-z0-9]/.test(value)

/** Strings below a member that holds secrets, and tokens wherever they stand. */
const inDocument = (value: unknown, member = '', guarded = false): Found[] => {
  if (typeof value === 'string') {
    if (guarded && isSecret(value)) return [[member, value]]
    return [...value.matchAll(jwt)].map(([token]) => [member || 'access_token', token] as const)
  }
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    inDocument(inner, Array.isArray(value) ? member : name, guarded || secretMembers.test(name)),
  )
}

const inText = (text: string): Found[] => [
  ...[...text.matchAll(looseMembers)].map(([, member = '', value = '']) => [member, value] as const),
  ...[...text.matchAll(jwt)].map(([token]) => ['access_token', token] as const),
]

const kindOf = (member: string) => {
  const kind = member.replace('access_', '').replace('client_', '').replaceAll(/\W/g, '')
  return /^[a-z]\w*$/i.test(kind) ? kind : 'token'
}

const learnFromReply = (reply: Reply): void => {
  const { exchange, text, headers } = reply
  const json = reply.json()
  const found = [
    ...(json === undefined ? inText(text) : inDocument(json)),
    ...headers.flatMap(([, value]) => inText(value)),
  ]
  for (const [member, value] of found)
    learn(value, kindOf(member), { from: 'reply', exchange, member: /^\w+$/.test(member) ? member : 'access_token' })
}

const parsed = (body: Uint8Array): unknown => {
  try {
    return JSON.parse(Buffer.from(body).toString('utf8'))
  } catch {
    return undefined
  }
}

const sentIn = ({ request, sent }: Exchange): Found[] => {
  if (request.json !== undefined) return inDocument(request.json)
  if (!sent.body || request.form) return []
  const document = parsed(sent.body)
  return document === undefined ? inText(Buffer.from(sent.body).toString('utf8')) : inDocument(document)
}

const makeAnother = (length: number) => `"$(LC_ALL=C tr -dc 'A-Za-z2-9' </dev/urandom | head -c ${length})"`

const learnFromRequest = ({ exchange, status }: Reply): void => {
  if (status < 200 || status > 299) return
  for (const [member, value] of sentIn(exchange)) {
    if (!secretMembers.test(member)) continue
    learn(value, 'secret', { from: 'shell', expression: makeAnother(value.length) })
    tookOver(value, exchange)
  }
}

/** Identifiers that the tenant gives are no secrets, but whoever repeats the creation is given another one. */
const learnIdentity = (reply: Reply): void => {
  const { exchange, status } = reply
  if (status !== 201 || !/^POST \/(usergroup|federation)\//.test(exchange.request.line)) return
  const id = reply.at('/id')
  if (typeof id === 'string' && id.length >= 32) learn(id, 'id', { from: 'reply', exchange, member: 'id' })
}

/**
 * Learns what an exchange made secret: whatever the reply hands out as a secret or token, however misshapen, and
 * whatever secret was sent along and accepted, because it guards a client from now on.
 */
export const learnFrom = (reply: Reply): void => {
  learnFromRequest(reply)
  learnFromReply(reply)
  learnIdentity(reply)
}
