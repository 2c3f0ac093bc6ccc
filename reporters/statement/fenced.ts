import { shown } from './shown'

/** A text as a block of code in Markdown: nothing in it ends the block. */
export const fenced = (text: string, language: string): readonly string[] => {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length))
  const fence = '`'.repeat(longest + 1)
  return [`${fence}${language}`, ...shown(text).trimEnd().split('\n'), fence]
}
