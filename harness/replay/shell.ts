import { replaceSecrets, type Spelling } from '../redact'

const spelled: Readonly<Record<Spelling, (name: string) => string>> = {
  plain: name => `"$${name}"`,
  json: name => `"$${name}"`,
  url: name => `"$(urlencode "$${name}")"`,
  form: name => `"$(urlencode "$${name}")"`,
  base64: name => `"$(printf %s "$${name}" | base64 -w0)"`,
  part: name => `"$(printf %s "$${name}" | cut -d. -f2)"`,
}

const quote = (text: string) => (text === '' ? '' : `'${text.replaceAll("'", "'\\''")}'`)

/**
 * A text as one shell word: literal parts in single quotes, secrets as their variables.
 * @param used is told every variable that occurs
 */
export const word = (text: string, used: (name: string) => void): string => {
  const marked = replaceSecrets(text, (name, spelling) => `\u0001${spelling} ${name}\u0001`)
  const parts = marked.split('\u0001').map((part, index) => {
    if (index % 2 === 0) return quote(part)
    const [spelling, name] = part.split(' ') as [Spelling, string]
    used(name)
    return spelled[spelling](name)
  })
  return parts.join('') || "''"
}

const plainText = /^[\x20-\x7E\t\n\r\u00A0-\uD7FF\uE000-\uFFFD]*$/

/** Whether bytes are text that a shell word can hold. */
export const isText = (bytes: Uint8Array): boolean => {
  const text = Buffer.from(bytes).toString('utf8')
  return plainText.test(text) && Buffer.from(text, 'utf8').equals(Buffer.from(bytes))
}

/** Bytes as the format of `printf`, for what no shell word can hold. */
export const printfOf = (bytes: Uint8Array): string =>
  `'${Array.from(bytes, byte => (byte >= 0x20 && byte < 0x7f && !"%\\'".includes(String.fromCodePoint(byte)) ? String.fromCodePoint(byte) : `\\${byte.toString(8).padStart(3, '0')}`)).join('')}'`
