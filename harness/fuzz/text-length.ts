/** Characters of a text as JSON Schema counts them: code points, not code units. */
export const lengthOf = (text: string): number => (/[\ud800-\udfff]/.test(text) ? Array.from(text).length : text.length)
