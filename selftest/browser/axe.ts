import { readFileSync } from 'node:fs'
import type { Page } from '@playwright/test'
import type * as Axe from 'axe-core'

const source = readFileSync(require.resolve('axe-core/axe.min.js'), 'utf8')

/** What keeps people from using a page. */
export interface Barrier {
  readonly impact: string
  readonly text: string
}

/**
 * Asks axe about a page, or a part of it.
 * @param selector of the part; the page as a whole unless given
 * @returns violations, with the places where they were found
 */
export const barriersOf = async (page: Page, selector = 'html'): Promise<readonly Barrier[]> => {
  await page.evaluate(source)
  const violations = await page.evaluate(async place => {
    const { axe } = globalThis as unknown as { axe: typeof Axe }
    return (await axe.run(place, { resultTypes: ['violations'] })).violations
  }, selector)
  return violations.map(({ id, impact, help, nodes }) => ({
    impact: impact ?? 'unknown',
    text: `${id}: ${help} (${nodes
      .slice(0, 5)
      .map(({ target }) => target.join(' '))
      .join(', ')}${nodes.length > 5 ? ` and ${nodes.length - 5} more` : ''})`,
  }))
}

/** Those that nobody may leave in a page, a sentence each. */
export const serious = (barriers: readonly Barrier[]): readonly string[] =>
  barriers.filter(({ impact }) => impact === 'serious' || impact === 'critical').map(({ text }) => text)
