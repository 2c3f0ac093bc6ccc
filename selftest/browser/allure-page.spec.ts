import { barriersOf, serious } from './axe'
import { fault } from './failing-run'
import { expect, needsChromium, test } from './from-disk'

// The page of evidence, opened from a disk in a browser without a network.

test.describe.configure({ mode: 'default' })
needsChromium()

test.beforeEach(async ({ page, pages }) => {
  await page.goto(pages.address('allure-report', 'index.html'))
})

test('a failed requirement, its sources and its curl script are two clicks away', async ({ page }) => {
  await page.getByText(`${fault.requirement} · `).first().click()

  await expect(page.locator('a[href*="#step-2"]').filter({ visible: true }).first()).toHaveText('guide, step-2')
  await expect(page.getByText(/expected {2}expires_in is a number/).first()).toBeVisible()

  await page.getByText('replay.sh', { exact: true }).click()

  await expect(page.getByText(/^#!\/usr\/bin\/env bash/)).toContainText('"$TENANT_BASE_URL"\'/acs/token\'')
})

test('the head of the page tells the verdict, and shuts nobody out', async ({ page }, info) => {
  await expect(page.locator('body > section').first()).toContainText('NON-CONFORMANT')
  await expect(page.getByText(fault.requirement, { exact: true })).toBeVisible()

  expect(serious(await barriersOf(page, 'body > section'))).toEqual([])
  for (const text of serious(await barriersOf(page)))
    info.annotations.push({ type: 'a barrier in what Allure made', description: text })
})

test('what failed is found under its category', async ({ page }) => {
  await page
    .getByRole('tab', { name: /Categories/ })
    .or(page.getByText(/^Categories/).first())
    .first()
    .click()

  await expect(page.getByText('Contract broken (MUST)').first()).toBeVisible()
})
