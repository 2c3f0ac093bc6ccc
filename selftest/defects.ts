import { mkdirSync, writeFileSync } from 'node:fs'
import { gatherChecks } from './gathered-checks'
import { faulty, matrixOf } from './kill-matrix'
import { describe, isExpected } from './kill-score'
import { survivors } from './survivors'

// `npm run test:defects`: each defect of the mock against the checks that have to notice it. Arguments are names of
// defects. Ends with 1 when one survives that is not expected to, and when one is killed that was.

const tenants = faulty(process.argv.slice(2))
const begun = performance.now()
const scores = await matrixOf(tenants, await gatherChecks())
const seconds = ((performance.now() - begun) / 1000).toFixed(1)
process.stdout.write(`${describe(scores, survivors)} in ${seconds} s\n`)

const count = (...fates: readonly string[]) => scores.filter(({ fate }) => fates.includes(fate)).length
const expected = scores.filter(({ fate, name }) => fate === 'survived' && name in survivors).length
const figures = { killed: count('killed', 'warned'), survived: count('survived') - expected, expected }
mkdirSync('test-results', { recursive: true })
writeFileSync('test-results/defects.json', `${JSON.stringify(figures)}\n`)
process.exitCode = isExpected(scores, survivors) ? 0 : 1
