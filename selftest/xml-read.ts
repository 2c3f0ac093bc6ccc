/** An element of a document that was read back. */
export interface Element {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: Element[]
  text: string
}

const named: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const decoded = (text: string): string => {
  if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[0-9a-f]+);)/i.test(text)) throw new Error(`an & that begins nothing: ${text}`)
  return text.replaceAll(/&(#x?[0-9a-f]+|\w+);/gi, (_, name: string) =>
    name.startsWith('#')
      ? String.fromCodePoint(Number(`0${name.slice(1)}`.replace(/^0(?!x)/, '')))
      : (named[name] ?? ''),
  )
}

const attributesOf = (text: string): Readonly<Record<string, string>> => {
  const pattern = /\s+([\w:-]+)="([^"<]*)"/g
  if (text.replaceAll(pattern, '').trim() !== '') throw new Error(`attributes that are none: ${text}`)
  const pairs = [...text.matchAll(pattern)].map(([, name = '', value = '']) => [name, decoded(value)] as const)
  if (new Set(pairs.map(([name]) => name)).size < pairs.length) throw new Error(`an attribute twice: ${text}`)
  return Object.fromEntries(pairs)
}

/**
 * Reads a document of elements, attributes and text, and throws where it is not well-formed: for the self-tests of what
 * we write, which uses neither comments nor CDATA nor a document type.
 * @returns the root element
 */
export const readXml = (document: string): Element => {
  const bad = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]|[\uD800-\uDFFF]/u.exec(document)
  if (bad) throw new Error(`a character no document may hold, at ${bad.index}`)
  const body = document.replace(/^<\?xml version="1\.0" encoding="UTF-8"\?>\n/, '')
  const root: Element = { name: '', attributes: {}, children: [], text: '' }
  const open = [root]
  for (const [whole, text, close, name = '', rest = '', empty] of body.matchAll(
    /([^<]+)|<(\/)?([\w-]+)((?:[^<>"]|"[^"<]*")*?)(\/)?>|</g,
  )) {
    const here = open.at(-1) ?? root
    if (text !== undefined) here.text += decoded(text)
    else if (name === '') throw new Error(`a < that begins nothing: ${whole}`)
    else if (close !== undefined) {
      if (open.pop()?.name !== name) throw new Error(`</${name}> ends nothing`)
    } else {
      const element: Element = { name, attributes: attributesOf(rest), children: [], text: '' }
      here.children.push(element)
      if (empty === undefined) open.push(element)
    }
  }
  const [first, ...more] = root.children
  if (open.length > 1 || !first || more.length > 0) throw new Error('not one whole element')
  return first
}

/** All elements of a name below another. */
export const elementsOf = (element: Element, name: string): readonly Element[] =>
  element.children.flatMap(child => [...(child.name === name ? [child] : []), ...elementsOf(child, name)])
