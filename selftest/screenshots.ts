import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium, type Page } from '@playwright/test'
import { repository } from '../reporters/surroundings'
import { chromiumMissing, chromiumPath } from './browser/chromium'
import { failingRun, fault } from './browser/failing-run'

// `npm run screenshots`: the pictures of the README below docs/, of a run that failed.

const [width, height] = [1280, 960]

/** More, and the README is slow to open. */
const mostBytes = 300_000

const pictures: readonly (readonly [name: string, file: string, show: (page: Page) => Promise<void>])[] = [
  [
    'statement.png',
    'conformance.html',
    page => page.getByRole('heading', { name: new RegExp(fault.requirement) }).waitFor(),
  ],
  [
    'allure.png',
    join('allure-report', 'index.html'),
    async page => {
      await page.getByRole('button', { name: /^Failed/ }).click()
      await page.getByText(`${fault.requirement} · `).first().waitFor()
      // The page goes to the first failure by itself; its head belongs into the picture.
      await page.mouse.wheel(0, -10_000)
      await page.waitForFunction('scrollY === 0')
    },
  ],
]

const take = async (folder: string, executablePath: string): Promise<void> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const context = await browser.newContext({ viewport: { width, height }, offline: true, reducedMotion: 'reduce' })
    const page = await context.newPage()
    for (const [name, file, show] of pictures) {
      const path = join(repository, 'docs', name)
      await page.goto(pathToFileURL(join(folder, file)).href)
      await show(page)
      await page.screenshot({ path, animations: 'disabled' })
      const { size } = statSync(path)
      process.stdout.write(`docs/${name}, ${Math.ceil(size / 1000)} kB\n`)
      if (size > mostBytes) throw new Error(`docs/${name} is larger than ${mostBytes / 1000} kB: show less of the page`)
    }
  } finally {
    await browser.close()
  }
}

const main = async (): Promise<void> => {
  const executablePath = chromiumPath()
  if (executablePath === undefined) throw new Error(chromiumMissing)
  mkdirSync(join(repository, 'docs'), { recursive: true })
  const folder = mkdtempSync(join(tmpdir(), 'screenshots-'))
  try {
    const { status, said } = await failingRun(folder, ['--grep-invert', '@fuzz'])
    if (status !== 1) throw new Error(`The run was to be non-conformant, and ended with ${status}:\n${said}`)
    await take(folder, executablePath)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

void main()
