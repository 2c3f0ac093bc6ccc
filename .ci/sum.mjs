// Adds up what the steps of .ci/run passed and failed and prints the closing line. Nothing counted is a failure.
import { readFileSync } from 'node:fs'

const read = file => {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}

const tests = read('test-results/selftest.json')?.stats
const counts = read('results/conformance.json')?.counts
const defects = read('test-results/defects.json')
const variants = read('test-results/variants.json')

const sums = [
  ['self-tests', tests?.expected ?? 0, (tests?.unexpected ?? 0) + (tests?.flaky ?? 0)],
  ['requirements', (counts?.pass ?? 0) + (counts?.warn ?? 0), (counts?.fail ?? 0) + (counts?.inconclusive ?? 0)],
  ['defects', defects?.killed ?? 0, defects?.survived ?? 0],
  ['legitimate tenants', variants?.fair ?? 0, variants?.unfair ?? 0],
]

const say = line => process.stdout.write(`${line}\n`)
for (const [what, passed, failed] of sums) say(`${what}: ${passed} passed, ${failed} failed`)
const passed = sums.reduce((sum, [, count]) => sum + count, 0)
const failed =
  sums.reduce((sum, [, , count]) => sum + count, 0) + sums.filter(([, good, bad]) => good + bad === 0).length
say(`${passed} passed, ${failed} failed`)
process.exitCode = failed === 0 ? 0 : 1
