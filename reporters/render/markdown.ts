import { plain } from '../plain'

/** A text in Markdown as it stands, on one line: nothing in it is taken for a sign, a link, a mention or HTML. */
export const asText = (text: string): string =>
  plain(text)
    .replaceAll(/\s+/g, ' ')
    .trim()
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll(/[\\`*_{}[\]()#+!|~-]/g, String.raw`\$&`)
    .replaceAll('@', '@\u200B')

/** A table; cells are texts that are Markdown already. Nothing without rows. */
export const table = (head: readonly string[], rows: readonly (readonly string[])[]): readonly string[] =>
  rows.length === 0 ? [] : [head, head.map(() => '---'), ...rows].map(cells => `| ${cells.join(' | ')} |`).concat('')
