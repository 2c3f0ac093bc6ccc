import type { Exchange } from '../exchange'
import { isText, word, writing } from './shell'

type Used = (name: string) => void

/** The client the run was given is the one of whoever runs the script. */
const basicWords = ([id, secret]: readonly [string, string], used: Used): string => {
  const secretWord = word(secret, used)
  return secretWord === '"$TENANT_CLIENT_SECRET"'
    ? '-u "$TENANT_CLIENT_ID:$TENANT_CLIENT_SECRET"'
    : `-u ${word(`${id}:`, used)}${secretWord}`
}

const isUsualBasic = ([id, secret]: readonly [string, string], value: string) =>
  value === `Basic ${Buffer.from(`${id}:${secret}`, 'utf8').toString('base64')}`

const headerWords = ({ request, sent }: Exchange, used: Used): string[] =>
  sent.headers.map(([name, value]) => {
    if (request.basic && name === 'authorization' && isUsualBasic(request.basic, value))
      return basicWords(request.basic, used)
    // curl drops a header without a value unless it ends in a semicolon.
    return `-H ${word(value === '' ? `${name};` : `${name}: ${value}`, used)}`
  })

/** Bodies beyond this many bytes are not fit to be pasted. */
const pasteable = 16_384

const bodyWords = ({ sent }: Exchange, used: Used): { before: string; words: string[] } => {
  const { body } = sent
  if (!body || body.length === 0)
    return { before: '', words: sent.method === 'POST' || sent.method === 'PATCH' ? ["--data-binary ''"] : [] }
  if (body.length > pasteable) {
    const [first] = body
    return {
      before: `# the body had ${body.length} bytes; this one is as long\nhead -c ${body.length} /dev/zero | tr '\\0' '\\${(first ?? 97).toString(8).padStart(3, '0')}' | `,
      words: ['--data-binary @-'],
    }
  }
  if (isText(body)) return { before: '', words: [`--data-binary ${word(Buffer.from(body).toString('utf8'), used)}`] }
  return { before: `${writing(body, used)} | `, words: ['--data-binary @-'] }
}

const curl = (exchange: Exchange, used: Used): string => {
  const { method, target, headers } = exchange.sent
  const { before, words } = bodyWords(exchange, used)
  const unwanted = ['accept', 'user-agent', 'content-type'].filter(
    name => !headers.some(([each]) => each.toLowerCase() === name),
  )
  const call = [
    method === 'HEAD' ? 'call --head' : `call -X ${method}`,
    `"$TENANT_BASE_URL"${word(target, used)}`,
    ...headerWords(exchange, used),
    ...unwanted.map(name => `-H '${name}:'`),
    ...words,
  ]
  return `${before}${call.join(' \\\n  ')}`
}

const wire = (bytes: string, used: Used): string => {
  const raw = Buffer.from(bytes, 'latin1')
  return `${isText(raw) ? `printf %s ${word(raw.toString('utf8'), used)}` : writing(raw, used)} | wire`
}

/** The shell command that repeats one exchange; prints status line, headers and body. */
export const callOf = (exchange: Exchange, used: Used): string =>
  exchange.wire === undefined ? curl(exchange, used) : wire(exchange.wire, used)
