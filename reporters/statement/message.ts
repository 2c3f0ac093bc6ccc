/** A line of a message: a word, and what belongs to it. */
export type Said = readonly [word: string, text: string]

const line = /^ {2}([a-z]+) {2,}(\S.*)$/

/**
 * Takes the message of a violated check apart: expected, received, sent and whatever else it tells, without its title
 * and its sources, which stand elsewhere.
 * @returns nothing where the message is prose
 */
export const saidIn = (message: string): readonly Said[] => {
  const said: [string, string][] = []
  for (const each of message.split('\n').slice(1)) {
    const [, word, text = ''] = line.exec(each) ?? []
    const last = said.at(-1)
    if (word !== undefined) said.push([word, text.replace(/ {4,}(\S.*)$/, ' ($1)')])
    else if (last && each.trim() !== '') last[1] += `\n${each.trim()}`
  }
  return said.filter(([word]) => word !== 'says')
}
