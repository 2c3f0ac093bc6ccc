/**
 * In which spelling a secret was found; `payload` and `signature` are the parts of a JWT that say something by
 * themselves.
 */
export type Spelling = 'plain' | 'url' | 'form' | 'json' | 'html' | 'base64' | 'payload' | 'signature'

export type Form = readonly [text: string, spelling: Spelling]

/** Shorter texts would replace half the report. */
export const shortest = 6

/** Base64 of bytes that stand somewhere inside a longer text: what does not depend on their neighbours. */
const inside = (value: Buffer): string[] =>
  [0, 1, 2].map(shift => {
    const bytes = Buffer.concat([Buffer.alloc(shift), value])
    const text = bytes.toString('base64').replaceAll('=', '')
    const from = shift === 0 ? 0 : shift + 1
    return text.slice(from, text.length - (bytes.length % 3 === 0 ? 0 : 1))
  })

const escaped = (value: string) => JSON.stringify(value).slice(1, -1)

/** As encoders write JSON that keep to ASCII. */
const escapedToAscii = (value: string) =>
  escaped(value).replaceAll(/[\u007F-\uFFFF]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}

const asHtml = (value: string) => value.replaceAll(/[&<>"']/g, character => entities[character] ?? character)

const percent = (character: string) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`

/** Percent-encoded as URLs have it; half a surrogate pair cannot be encoded and is replaced as on the wire. */
const asUrl = (value: string) => encodeURIComponent(Buffer.from(value, 'utf8').toString('utf8'))

const urlForms = (value: string): string[] => {
  const usual = asUrl(value)
  const strict = usual.replaceAll(/[!'()*]/g, percent)
  return [usual, strict].flatMap(text => [text, text.replaceAll(/%[0-9A-F]{2}/g, code => code.toLowerCase())])
}

const asForm = (value: string) => new URLSearchParams([['', value]]).toString().slice(1)

const base64Forms = (value: string): string[] => {
  const sources = new Set([value, asUrl(value), asForm(value)])
  const isLatin = /^[\u0000-\u00FF]*$/.test(value) && !/^[\u0000-\u007F]*$/.test(value)
  const bytes = [
    ...[...sources].map(text => Buffer.from(text, 'utf8')),
    ...(isLatin ? [Buffer.from(value, 'latin1')] : []),
  ]
  return bytes
    .flatMap(inside)
    .flatMap(text =>
      /[+/]/.test(text) ? [text, text.replaceAll('+', '-').replaceAll('/', '_'), ...urlForms(text)] : [text],
    )
}

const partsOf = (value: string): Form[] => {
  const [, payload = '', signature = ''] = /^[\w-]+\.([\w-]+)\.([\w-]*)$/.exec(value) ?? []
  const parts: Form[] = [
    [payload, 'payload'],
    [signature, 'signature'],
  ]
  return parts.filter(([text]) => text.length >= 24)
}

/** Every form in which a value could stand in a text, with the name of the spelling; none for a text too short. */
export const formsOf = (value: string): readonly Form[] => {
  // Tokens and most secrets: nothing escapes these characters, and there are thousands of them in a run.
  const isPlain = /^[\w.-]*$/.test(value)
  const escapes = (): Form[] => [
    [escaped(value), 'json'],
    [escapedToAscii(value), 'json'],
    [escaped(value).replaceAll('/', '\\/'), 'json'],
    ...urlForms(value).map(text => [text, 'url'] as const),
    [asForm(value), 'form'],
    [asHtml(value), 'html'],
  ]
  const forms: Form[] = [
    [value, 'plain'],
    ...(isPlain ? [] : escapes()),
    ...base64Forms(value).map(text => [text, 'base64'] as const),
    ...partsOf(value),
  ]
  const texts = new Set<string>()
  return forms.filter(
    ([text]) => value.length >= shortest && text.length >= shortest && !texts.has(text) && texts.add(text),
  )
}

/** Every spelling in which a value could stand in a text: plain, escaped, URL-encoded, in Base64. */
export const spellings = (value: string): readonly string[] => formsOf(value).map(([text]) => text)
