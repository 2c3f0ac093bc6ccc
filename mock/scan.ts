const code = (character: string): number => character.charCodeAt(0)
const [quote, backslash, colon] = [code('"'), code('\\'), code(':')] as [number, number, number]
const opens = new Set([code('{'), code('[')])
const closes = new Set([code('}'), code(']')])

/** The position of the quote that ends the string starting at `at`. */
const endOfString = (text: string, at: number): number => {
  let next = at + 1
  while (next < text.length && text.charCodeAt(next) !== quote) next += text.charCodeAt(next) === backslash ? 2 : 1
  return next
}

/**
 * Looks over JSON text without parsing it: how deep it nests, and how many member names it writes down
 * (JSON.parse keeps only the last of several equal ones).
 */
export const scan = (text: string): { readonly depth: number; readonly names: number } => {
  let open = 0
  let depth = 0
  let names = 0
  for (let at = 0; at < text.length; at += 1) {
    const character = text.charCodeAt(at)
    if (character === quote) at = endOfString(text, at)
    else if (character === colon) names += 1
    else if (opens.has(character)) depth = Math.max(depth, (open += 1))
    else if (closes.has(character)) open -= 1
  }
  return { depth, names }
}
