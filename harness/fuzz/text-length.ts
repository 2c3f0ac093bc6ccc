/** Characters of a text as JSON Schema counts them: code points, not code units. */
export const lengthOf = (text: string): number => Array.from(text).length
