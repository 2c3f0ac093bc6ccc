import { barriersOf, serious } from './axe'
import { expect, needsChromium, test } from './from-disk'

// The eyes these tests look with are able to see something.

needsChromium()

test('a page that shuts people out is found out', async ({ page }) => {
  await page.setContent(`<!doctype html><html lang="en"><title>x</title><main><h1>x</h1><button></button>
    <p style="color:#aaa;background:#fff">pale</p><p>plain</p></main></html>`)

  const found = serious(await barriersOf(page))

  expect(found).toHaveLength(2)
  expect(found.join('\n')).toMatch(/^button-name: .*\(button\)$/m)
  expect(found.join('\n')).toMatch(/^color-contrast: /m)
})

test('a page that asks for something is found out, and gets nothing', async ({ page, asked }) => {
  await page.setContent('<img src="http://127.0.0.1:9/pixel.png" alt="">')

  await expect.poll(() => asked).toEqual(['http://127.0.0.1:9/pixel.png'])
  expect(await page.evaluate('document.images[0].naturalWidth')).toBe(0)
  asked.length = 0
})
