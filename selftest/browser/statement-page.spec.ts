import type { Page } from '@playwright/test'
import { barriersOf, serious } from './axe'
import { fault } from './failing-run'
import { expect, needsChromium, test } from './from-disk'

// The statement for a release, opened from a disk in a browser without a network.

test.describe.configure({ mode: 'default' })
needsChromium()

test.beforeEach(async ({ page, pages }) => {
  await page.goto(pages.address('conformance.html'))
})

const failure = (page: Page) => page.locator(`#failed-${fault.requirement}`)
const rows = (page: Page) => page.locator('#rows > tr').filter({ visible: true })

/** What somebody gets who pastes. */
const pasted = async (page: Page): Promise<string> => {
  await page.evaluate('document.body.append(Object.assign(document.createElement("textarea"), { id: "pasted" }))')
  await page.locator('#pasted').focus()
  await page.keyboard.press('Control+V')
  return page.locator('#pasted').inputValue()
}

test('what failed comes first, with its sources, what was expected, and a script to copy', async ({ page }) => {
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Non-conformant')
  await expect(failure(page).getByRole('link', { name: 'guide, step-2' })).toHaveAttribute('href', /#step-2/)
  await expect(
    failure(page)
      .getByText(/^expires_in is a number/)
      .first(),
  ).toBeVisible()

  await failure(page)
    .getByText(/^Repeat it with curl/)
    .first()
    .click()
  await failure(page)
    .getByRole('button', { name: /^Copy the script/ })
    .first()
    .click()

  await expect(failure(page).getByRole('status').first()).toHaveText(/Copied/)
  const script = await pasted(page)
  expect(script).toMatch(/^#!\/usr\/bin\/env bash/)
  expect(script).toContain('"$TENANT_BASE_URL"\'/acs/token\'')
})

test('from a failure the evidence is one click away', async ({ page }) => {
  await failure(page)
    .getByRole('link', { name: /^Evidence in Allure/ })
    .first()
    .click()

  await expect(page.getByText('replay.sh', { exact: true })).toBeVisible()
  await expect(page.getByText(new RegExp(`^${fault.requirement} · `)).first()).toBeVisible()
})

const filters = [
  ['Verdict', 'verdict', 'fail', /^TOK-005$/],
  ['Level', 'level', 'MAY', /^[A-Z0-9]+-\d+$/],
  ['Area', 'area', 'TOK', /^TOK-\d+$/],
] as const

for (const [name, key, value, ids] of filters)
  test(`requirements are filtered by ${key}, and the address keeps it`, async ({ page }) => {
    const all = await rows(page).count()
    await page.getByRole('combobox', { name }).selectOption(value)

    const count = await rows(page).count()
    expect(count).toBeGreaterThan(0)
    expect(count).toBeLessThan(all)
    for (const id of await rows(page).evaluateAll(each => each.map(({ id: own }) => own))) expect(id).toMatch(ids)
    expect(new URL(page.url()).hash).toBe(`#${key}=${value}`)

    await page.reload()

    await expect(rows(page)).toHaveCount(count)
    await expect(page.locator('#found')).toHaveText(`${count} of ${all} requirements`)
  })

test('requirements are filtered by text and by several things at once, and all come back', async ({ page }) => {
  const all = await rows(page).count()
  await page.getByRole('searchbox', { name: 'Text' }).fill('TOK-005 minutes')
  await expect(rows(page)).toHaveCount(1)
  await page.getByRole('combobox', { name: 'Verdict' }).selectOption('pass')
  await expect(page.locator('#found')).toHaveText(`0 of ${all} requirements`)

  await page.getByRole('button', { name: 'Show all' }).click()

  await expect(page.locator('#found')).toHaveText(`All ${all} requirements`)
  await expect(rows(page)).toHaveCount(all)
})

test('a keyboard is enough: to the statement, to the script, and to a copy of it', async ({ page }) => {
  await page.keyboard.press('Tab')
  await expect(page.getByRole('link', { name: 'Skip to the statement' })).toBeFocused()
  await page.keyboard.press('Enter')

  const summary = failure(page).locator('summary').first()
  const focused = summary.and(page.locator(':focus'))
  for (let steps = 0; steps < 60 && (await focused.count()) === 0; steps++) await page.keyboard.press('Tab')
  await expect(summary).toBeFocused()
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  await page.keyboard.press('Enter')

  await expect(failure(page).getByRole('status').first()).toHaveText(/Copied/)
})

for (const colorScheme of ['light', 'dark'] as const)
  test(`nobody is shut out when it is ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme })
    // All rows of the list are alike: the failed one stands for them, and axe takes its time for each.
    for (const part of ['main details:not(#rows *)', `#rows > tr#${fault.requirement} details`])
      await page.locator(part).evaluateAll(parts => parts.forEach(one => one.setAttribute('open', '')))
    await page.getByRole('combobox', { name: 'Verdict' }).selectOption('fail')

    expect(serious(await barriersOf(page))).toEqual([])
  })
