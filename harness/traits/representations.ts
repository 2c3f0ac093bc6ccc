import { headerOf, type Answered } from './answered'
import { documentedIn, type Documented } from './documented'

type Members = Readonly<Record<string, unknown>>

/** Long bodies are lists, which say nothing that their rows do not. */
const longest = 20_000

const membersOf = ({ received }: Answered): Members | undefined => {
  if (received.text.length > longest || !/^\s*\{/.test(received.text)) return undefined
  try {
    return JSON.parse(received.text) as Members
  } catch {
    return undefined
  }
}

const most = 5

const surplus = ({ members }: Documented, body: Members): readonly string[] =>
  Object.keys(body)
    .filter(name => !members.has(name))
    .slice(0, most)
    .map(name => `has a member ${name}, which is not documented`)

const promised = ['access_token', 'token_type', 'expires_in']

const order = (body: Members): readonly string[] => [
  `has its members in the order ${Object.keys(body)
    .filter(name => promised.includes(name))
    .join(', ')}`,
]

const linkOf = (body: Members): string => {
  const { self } = (body['_links'] ?? {}) as { self?: { href?: unknown } }
  if (typeof self?.href !== 'string') return 'no self link'
  return /^[a-z][a-z\d+.-]*:/i.test(self.href) ? 'an absolute self link' : 'a relative self link'
}

const identityOf = ({ id }: Members): readonly string[] => {
  if (typeof id !== 'string') return []
  return [/^urn:uuid:/i.test(id) ? 'has an identity that begins with urn:uuid:' : 'has an identity without a prefix']
}

const optional = ['redirect_uris', 'post_logout_redirect_uris']

/** What a new client shows for lists that it was not given: absent, null and empty mean the same. */
const ungiven = ({ request, sent }: Answered, body: Members): readonly string[] => {
  if (sent.method !== 'POST' || typeof request.json !== 'object' || request.body !== undefined) return []
  const given = request.json ?? {}
  return optional
    .filter(name => !Object.hasOwn(given, name))
    .map(name => body[name])
    .map(value => (value === null ? 'as null' : value === undefined ? 'not at all' : 'as an empty list'))
    .map(how => `shows a list that it was not given ${how}`)
}

/** How a documented representation is filled. What it must hold is judged by checks. */
export const representations = (exchange: Answered): readonly string[] => {
  const documented = documentedIn(exchange)
  const body = documented && membersOf(exchange)
  if (!documented || !body) return []
  const charset = /;\s*charset=/i.test(headerOf(exchange, 'content-type') ?? '')
  return [
    ...surplus(documented, body),
    `comes ${charset ? 'with' : 'without'} a charset`,
    ...(documented.name === 'oauth/token' ? order(body) : []),
    ...(documented.name === 'clients/client'
      ? [`has ${linkOf(body)}`, ...identityOf(body), ...ungiven(exchange, body)]
      : []),
  ].map(trait => `${documented.title}: ${trait}`)
}
