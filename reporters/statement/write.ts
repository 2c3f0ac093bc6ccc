import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { statementMarkdown } from './markdown'
import { statementHtml } from './page'
import { readStatement } from './read'

/**
 * Writes the statement about a run beside its results, as a page and as text for a ticket.
 * @param folder of the results
 * @returns the path of the page
 * @throws Error with one message where there is no result, or none that can be read
 */
export const writeStatement = (folder: string): string => {
  const data = readStatement(folder)
  const page = join(folder, 'conformance.html')
  writeFileSync(page, statementHtml(data))
  writeFileSync(join(folder, 'conformance.md'), statementMarkdown(data))
  return page
}
