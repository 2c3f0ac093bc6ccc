import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FullConfig, FullResult, Suite, TestCase, TestResult } from '@playwright/test/reporter'
import ConformanceReporter from '../../reporters/reporter'
import { resultsFolder } from '../../reporters/surroundings'

/** The file that says how long the reporter took, in milliseconds, in the folder of the results. */
export const spentFile = 'reporter-milliseconds.txt'

/** The reporter of a run, with a watch: Playwright's `--reporter` puts it in place of all others. */
// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default class TimedReporter extends ConformanceReporter {
  private spent = 0

  override onBegin(config: FullConfig, suite: Suite) {
    const begun = performance.now()
    super.onBegin(config, suite)
    this.spent += performance.now() - begun
  }

  override onTestEnd(test: TestCase, result: TestResult) {
    const begun = performance.now()
    super.onTestEnd(test, result)
    this.spent += performance.now() - begun
  }

  override async onEnd(result: FullResult) {
    const begun = performance.now()
    const status = await super.onEnd(result)
    this.spent += performance.now() - begun
    writeFileSync(join(resultsFolder(), spentFile), String(Math.round(this.spent)))
    return status
  }
}
