import { shown } from './shown'

/** A piece of a page that is HTML already. */
export interface Markup {
  readonly markup: string
}

type Piece = string | number | Markup | readonly Markup[] | undefined

const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' }

const escaped = (text: string) => text.replaceAll(/[&<>"']/g, sign => signs[sign] ?? sign)

const piece = (value: Piece): string => {
  if (value === undefined) return ''
  if (typeof value === 'object') return 'markup' in value ? value.markup : value.map(({ markup }) => markup).join('')
  return escaped(shown(String(value)))
}

/** Line breaks in a template are for those who read the template. */
const compact = new WeakMap<TemplateStringsArray, readonly string[]>()

const compacted = (words: TemplateStringsArray): readonly string[] => {
  const before = compact.get(words)
  if (before) return before
  const made = words.map(word => word.replaceAll(/\s*\n\s*/g, ' '))
  compact.set(words, made)
  return made
}

/** HTML in which every text that is put in stands for itself, in an element as in a quoted attribute. */
export const html = (words: TemplateStringsArray, ...values: readonly Piece[]): Markup => ({
  markup: compacted(words)
    .map((word, index) => word + piece(values[index]))
    .join(''),
})

/** Nothing. */
export const nothing: Markup = { markup: '' }

/** Text of a `<pre>` that people copy: as it is, but for what would be HTML. Quotes stay as short as they are. */
export const verbatim = (text: string): Markup => ({
  markup: text.replaceAll(/[&<>]/g, sign => signs[sign] ?? sign),
})

/** How much room a piece takes in the file, in bytes. */
export const bytesOf = ({ markup }: Markup): number => Buffer.byteLength(markup)

/** A link that a reader may follow; where the address is none of the web, its words alone. */
export const link = (url: string, words: string): Markup =>
  /^https?:\/\//i.test(url) && URL.canParse(url)
    ? html`<a href="${url}" rel="noopener noreferrer">${words}</a>`
    : html`${words}`

/** Words with commas between them. */
export const listed = (pieces: readonly Markup[]): readonly Markup[] =>
  pieces.flatMap((one, index) => (index === 0 ? [one] : [html`, `, one]))
