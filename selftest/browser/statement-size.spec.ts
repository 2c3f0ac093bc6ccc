import { mkdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { statementHtml } from '../../reporters/statement/page'
import { enormous } from '../statement-samples'
import { expect, needsChromium, test } from './from-disk'

needsChromium()

test('five hundred requirements, all failed in many checks, are a page that opens and can be filtered', async ({
  page,
}, info) => {
  const folder = info.outputPath('large')
  const file = join(folder, 'conformance.html')
  mkdirSync(folder, { recursive: true })
  writeFileSync(file, statementHtml(enormous(500, 20)))
  expect(statSync(file).size).toBeLessThan(2_000_000)

  await page.goto(pathToFileURL(file).href)

  await expect(page.locator('#rows > tr')).toHaveCount(500)
  const opened = await page.evaluate('Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd)')
  info.annotations.push({ type: 'opened after (ms)', description: String(opened) })
  await page.getByRole('combobox', { name: 'Area' }).selectOption('TOK')
  await expect(page.locator('#found')).toHaveText(/^\d+ of 500 requirements$/)
})
