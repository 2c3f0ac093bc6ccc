import { join } from 'node:path'
import type {
  FullConfig,
  FullResult,
  Reporter,
  Suite,
  TestCase,
  TestError,
  TestResult,
} from '@playwright/test/reporter'
import { writeJson } from './atomic-write'
import { readBaseline, type Baseline } from './baseline'
import { forgetResult } from './belongs-to-result'
import { catalogue } from './catalogue'
import { conclude } from './conclude'
import type { PlacedDeviation } from './deviations/deviation'
import { loadDeviations } from './deviations/load'
import { tellToAccept } from './deviations/tell'
import { readLeftBehind } from './left-behind'
import { observationsOf } from './observations'
import { message } from './plain'
import { checksOf, layOut } from './plan'
import { readPreflight } from './preflight'
import { printer } from './printed'
import { coloured, uncoloured } from './render/paint'
import { renderConsole } from './render/console'
import { noProgress, progressLine } from './render/progress'
import { baselinePath, commit, deviationsPath, mayColour, repository } from './surroundings'
import { partOfRun, readsOnly, resultsFolder, seed, shownPath, target, version } from './surroundings'
import type { PlannedCheck } from './verdict'
import { writeUnflushed } from './unflushed'

/** The only file that knows Playwright's Reporter: collects, and leaves judging and wording to pure functions. */
export default class ConformanceReporter implements Reporter {
  private readonly startedAt = new Date().toISOString()
  private readonly folder: string
  private readonly lists: boolean
  private readonly print = printer()
  private tests: readonly TestCase[] = []
  private checks: readonly PlannedCheck[] = []
  private problem: string | undefined
  private baseline: Baseline | undefined
  private known: readonly PlacedDeviation[] = []
  private shard: FullConfig['shard'] = null
  private ended = 0
  private red = 0

  /** @param options `resultsDir`, else `RESULTS_DIR` says where to write; Playwright adds its mode, `list` for `--list` */
  constructor(options: Readonly<Record<string, unknown>> = {}) {
    this.folder = resultsFolder(options['resultsDir'])
    this.lists = options['_mode'] === 'list'
    if (this.lists) return
    writeUnflushed()
    this.readFiles()
    forgetResult(this.folder)
  }

  /** Read before anything is replaced: a run that cannot compare as it was asked to has not done its work. */
  private readFiles() {
    const path = baselinePath()
    const { path: deviations, isChosen } = deviationsPath()
    try {
      this.known = loadDeviations(deviations, isChosen)
      if (path !== undefined) this.baseline = readBaseline(path)
    } catch (error) {
      this.problem = error instanceof Error ? error.message : String(error)
    }
  }

  /** With `--list` Playwright prints the list itself. */
  printsToStdio() {
    return !this.lists
  }

  onBegin(config: FullConfig, suite: Suite) {
    if (this.lists) return
    this.shard = config.shard
    this.tests = suite.allTests()
    this.checks = this.tests.flatMap(test => checksOf(test, repository))
    const run = { startedAt: this.startedAt, shard: config.shard, target: target(), ...partOfRun() }
    writeJson(join(this.folder, 'plan.json'), layOut(catalogue, this.checks, run))
  }

  /** Trouble outside of any test: global setup, a file that cannot be loaded, a limit that ended the run. */
  onError(error: TestError) {
    this.problem ??= message(error.message ?? error.value ?? 'the test runner failed without saying why')
  }

  onStdOut(chunk: string | Buffer) {
    this.print.out(String(chunk))
  }

  onStdErr(chunk: string | Buffer) {
    this.print.err(String(chunk))
  }

  onTestEnd(test: TestCase, result: TestResult) {
    const isCheck = checksOf(test, repository).length > 0
    const failed = result.status !== test.expectedStatus && result.status !== 'skipped'
    const isLast = result.retry >= test.retries
    if (failed && isLast && !isCheck) this.onError(result.errors[0] ?? { message: `${test.title}: ${result.status}` })
    if (!isCheck || !isLast) return
    this.ended += 1
    this.red += failed ? 1 : 0
    if (process.stdout.isTTY) process.stdout.write(progressLine(this.ended, this.checks.length, this.red))
  }

  async onEnd(result: FullResult): Promise<{ status?: FullResult['status'] } | undefined> {
    if (this.lists) return undefined
    const [runSeed, checkedOut, preflight] = [seed(), commit(), readPreflight(this.folder, target())]
    const leftBehind = readLeftBehind(this.folder, target(), readsOnly())
    const found = conclude(catalogue, this.checks, observationsOf(this.tests, repository), {
      target: target(),
      startedAt: this.startedAt,
      durationMs: result.duration,
      version: version(),
      ended: result.status === 'interrupted' || result.status === 'timedout' ? result.status : 'complete',
      shard: this.shard,
      ...partOfRun(),
      known: this.known,
      ...(checkedOut !== undefined && { commit: checkedOut }),
      ...(this.baseline && { baseline: this.baseline }),
      ...(this.problem !== undefined && { problem: this.problem }),
      ...(runSeed !== undefined && { seed: runSeed }),
      ...(preflight && { preflight }),
      ...(leftBehind && { leftBehind }),
    })
    const path = join(this.folder, 'conformance.json')
    writeJson(path, found)

    const files = [shownPath(path), 'npm run report makes a page to read and says where it is']
    const paint = mayColour(process.stdout) ? coloured : uncoloured
    if (process.stdout.isTTY) process.stdout.write(noProgress)
    this.print.out(tellToAccept(found, catalogue, this.folder))
    this.print.out(renderConsole(found, catalogue, files, paint))
    this.print.keep(this.folder)
    if (result.status === 'interrupted' || result.status === 'timedout') return undefined
    return { status: found.verdict === 'conformant' ? 'passed' : 'failed' }
  }
}
