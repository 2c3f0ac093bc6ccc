const secretName = /^(access_token|refresh_token|id_token|token|jwt|secret|client_secret|secondary_secret)$/
const jwt = /\beyJ[\w-]{8,}\.[\w-]{8,}\.[\w-]*/g

const stringsBelow = (value: unknown): string[] =>
  typeof value === 'string'
    ? [value]
    : typeof value === 'object' && value
      ? Object.values(value).flatMap(stringsBelow)
      : []

const secretsIn = (value: unknown): string[] =>
  typeof value !== 'object' || value === null
    ? []
    : Object.entries(value).flatMap(([name, inner]) => (secretName.test(name) ? stringsBelow(inner) : secretsIn(inner)))

const parsed = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return Object.fromEntries(new URLSearchParams(text))
  }
}

const credentialsIn = (authorization = ''): string[] => {
  const [scheme = '', value = ''] = authorization.split(/ +/)
  if (/^bearer$/i.test(scheme)) return [value]
  return /^basic$/i.test(scheme)
    ? [
        Buffer.from(value, 'base64')
          .toString('utf8')
          .replace(/^[^:]*:/, ''),
      ]
    : []
}

/** Secrets that a request carries. */
export const secretsOfRequest = (authorization: string | undefined, body: Buffer): readonly string[] => [
  ...credentialsIn(authorization),
  ...secretsIn(parsed(body.toString('utf8'))),
]

/** Secrets that a reply hands out. */
export const secretsOfReply = (headers: readonly string[], body: Buffer): readonly string[] => {
  const text = body.toString('utf8')
  return [...secretsIn(parsed(text)), ...(`${headers.join('\n')}\n${text}`.match(jwt) ?? [])]
}
