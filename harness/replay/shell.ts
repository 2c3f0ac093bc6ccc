import { piecesOf } from '../redact'
import type { Spelling } from '../spellings'

const spelled: Readonly<Record<Spelling, (name: string) => string>> = {
  plain: name => `"$${name}"`,
  html: name => `"$${name}"`,
  json: name => `"$(jsonescape "$${name}")"`,
  url: name => `"$(urlencode "$${name}")"`,
  form: name => `"$(urlencode "$${name}")"`,
  base64: name => `"$(printf %s "$${name}" | base64 -w0)"`,
  payload: name => `"$(printf %s "$${name}" | cut -d. -f2)"`,
  signature: name => `"$(printf %s "$${name}" | cut -d. -f3)"`,
}

type Used = (name: string) => void

const quote = (text: string) => (text === '' ? '' : `'${text.replaceAll("'", "'\\''")}'`)

/** Turns a text into shell piece by piece: what is literal, and each secret. */
const inTurn = (
  text: string,
  literal: (text: string) => string,
  secret: (name: string, spelling: Spelling) => string,
): string[] =>
  piecesOf(text).map(piece => (typeof piece === 'string' ? literal(piece) : secret(piece.name, piece.spelling)))

const bare = (text: string, used: Used): string =>
  inTurn(text, quote, (name, spelling) => {
    used(name)
    return spelled[spelling](name)
  }).join('')

const isTextual = (text: string) => /^[\x20-\x7E\u00A0-\uD7FF\uE000-\uFFFC]+$/.test(text)

/** What stands behind `Basic` is encoded as a whole: a secret inside it cannot be replaced on its own. */
const basicCredentials = /(?<=\bbasic +)[A-Za-z0-9+/]{8,}={0,2}/gi

/**
 * A text as one shell word: literal parts in single quotes, secrets as their variables.
 * @param used is told every variable that occurs
 */
export const word = (text: string, used: Used): string => {
  let rest = 0
  const parts: string[] = []
  for (const { 0: encoded, index } of text.matchAll(basicCredentials)) {
    const decoded = Buffer.from(encoded, 'base64').toString('utf8')
    if (!isTextual(decoded) || bare(decoded, () => {}) === quote(decoded)) continue
    parts.push(bare(text.slice(rest, index), used), `"$(printf %s ${bare(decoded, used)} | base64 -w0)"`)
    rest = index + encoded.length
  }
  return [...parts, bare(text.slice(rest), used)].join('') || "''"
}

const plainText = /^[\x20-\x7E\t\n\r\u00A0-\uD7FF\uE000-\uFFFD]*$/

/** Whether bytes are text that a shell word can hold. */
export const isText = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString('utf8')
  return plainText.test(text) && Buffer.from(text, 'utf8').equals(Buffer.from(bytes))
}

const isHarmless = (byte: number) => byte >= 0x20 && byte < 0x7f && !"%\\'".includes(String.fromCodePoint(byte))

const octal = (text: string) =>
  Array.from(Buffer.from(text, 'latin1'), byte =>
    isHarmless(byte) ? String.fromCodePoint(byte) : `\\${byte.toString(8).padStart(3, '0')}`,
  ).join('')

/** A command that writes bytes which no shell word can hold; secrets among them come from their variables. */
export const writing = (bytes: Uint8Array, used: Used): string => {
  const commands = inTurn(
    Buffer.from(bytes).toString('latin1'),
    text => (text === '' ? '' : `printf '${octal(text)}'`),
    (name, spelling) => {
      used(name)
      return `printf %s ${spelled[spelling](name)}`
    },
  ).filter(Boolean)
  return commands.length > 1 ? `{ ${commands.join('; ')}; }` : (commands[0] ?? "printf ''")
}
