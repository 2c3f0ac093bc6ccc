import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { expect, test as base } from '@playwright/test'
import { chromiumMissing, chromiumPath } from './chromium'
import { failingRun, fault } from './failing-run'

const isLocal = (url: string) => /^(file|data|blob|about):/.test(url)

/** The pages of a run that failed, as a person finds them: files on a disk. */
export interface Pages {
  /** The folder of the results. */
  readonly folder: string
  /** The address of a file in it. */
  readonly address: (...path: readonly string[]) => string
}

/**
 * Playwright's test with a page that has no network: it cannot ask, and where it tried the test fails. Without a browser
 * tests are skipped and say so; with `CI` set they fail.
 */
export const test = base.extend<{ readonly asked: string[] }, { readonly pages: Pages }>({
  launchOptions: [
    async ({}, use) => {
      const executablePath = chromiumPath()
      if (executablePath === undefined && process.env.CI) throw new Error(chromiumMissing)
      await use(executablePath === undefined ? {} : { executablePath })
    },
    { scope: 'worker' },
  ],
  pages: [
    async ({}, use) => {
      const folder = mkdtempSync(join(tmpdir(), 'pages-'))
      const { status, said } = await failingRun(folder, ['--grep', `${fault.requirement}|TOK-00[16]`])
      if (status !== 1) throw new Error(`The run was to be non-conformant, and ended with ${status}:\n${said}`)
      await use({ folder, address: (...path) => pathToFileURL(join(folder, ...path)).href })
      rmSync(folder, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 60_000 },
  ],
  /** Addresses that the page has asked for and not got. */
  asked: [
    async ({ context }, use) => {
      const asked: string[] = []
      context.on('request', request => void (isLocal(request.url()) || asked.push(request.url())))
      await context.setOffline(true)
      await context.route('**/*', route => (isLocal(route.request().url()) ? route.continue() : route.abort()))
      await use(asked)
      expect(asked, 'requests of a page that needs none').toEqual([])
    },
    { auto: true },
  ],
})

/** Skips the tests of a file where there is no browser; with `CI` set they are run, and fail. */
export const needsChromium = (): void => test.skip(chromiumPath() === undefined && !process.env.CI, chromiumMissing)

export { expect }
