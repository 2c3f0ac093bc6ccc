import { mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import { chromium } from '@playwright/test'
import { statementHtml } from '../../reporters/statement/page'
import { chromiumPath } from '../browser/chromium'
import { enormous } from '../statement-samples'
import { median, type Figure } from './figures'

const opening = 'Math.round(performance.getEntriesByType("navigation")[0].loadEventEnd)'

/** How long a page takes from its address until it is there, in milliseconds. */
const timesToOpen = async (file: string, executablePath: string): Promise<readonly number[]> => {
  const browser = await chromium.launch({ executablePath })
  try {
    const times: number[] = []
    for (let round = 0; round < 5; round++) {
      const page = await browser.newPage()
      await page.goto(pathToFileURL(file).href)
      times.push(Number(await page.evaluate(opening)))
      await page.close()
    }
    return times
  } finally {
    await browser.close()
  }
}

/** The statement about 500 requirements, each violated in 20 checks that say much. */
export const pageFigures = async (): Promise<readonly Figure[]> => {
  const folder = mkdtempSync(join(tmpdir(), 'bench-'))
  try {
    const file = join(folder, 'conformance.html')
    writeFileSync(file, statementHtml(enormous(500, 20)))
    const executablePath = chromiumPath()
    const size: Figure = {
      what: 'the statement of 500 requirements, all violated',
      value: statSync(file).size / 1_000,
      unit: 'kB',
      bar: { atMost: 2_000 },
    }
    if (executablePath === undefined) return [size]
    const value = median(await timesToOpen(file, executablePath))
    return [size, { what: '… opens (median of 5)', value, unit: 'ms', bar: { atMost: 1_000 } }]
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}
