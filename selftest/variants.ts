import { mkdirSync, writeFileSync } from 'node:fs'
import { cpus } from 'node:os'
import { parseArgs } from 'node:util'
import { endWith } from '../harness/end-with'
import { workThrough } from './crew'
import { variants } from '../mock/variants'
import { documented, variantJobs } from './variant-plan'
import { describeVariant, isFair, variantScore, type VariantScore } from './variant-score'
import { shownIn } from './variant-words'
import type { VariantReport } from './variant-worker'

// `npm run test:variants`: the whole suite against every legitimate tenant, and against random combinations of their
// choices. Arguments are names of variants, several at once as in 'no-links + json-only'; `--quick` asks a few tenants
// that make several choices each, every choice once; `--pairs` as many as let any two choices meet; `--seed N` repeats
// the combinations of an earlier run. Ends with 1 where a requirement is said to be violated that is not, and where a
// choice does not show, or shows without being made.

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    seed: { type: 'string' },
    quick: { type: 'boolean' },
    pairs: { type: 'boolean' },
    verbose: { type: 'boolean' },
  },
})
const seed = Number(values.seed ?? Math.floor(Date.now() / 1000) % 1_000_000)
const begun = performance.now()
const round = values.pairs ? 'pairs' : values.quick ? 'quick' : 'usual'
const jobs = variantJobs(positionals, seed, round)

const reports = new Map<string, VariantReport[]>()
const scores: VariantScore[] = []
const take = (report: VariantReport): void => {
  const { name, part } = report.job
  const parts = [...(reports.get(name) ?? []), report]
  reports.set(name, parts)
  if (parts.length < part[1]) return
  const score = variantScore(parts)
  scores.push(score)
  process.stdout.write(`${describeVariant(score)}\n`)
  if (values.verbose) process.stdout.write([...score.warned, ...score.unjudged].map(text => `    ${text}\n`).join(''))
}

const sumUp = (): number => {
  const saidAnyway = scores.find(({ name }) => name === documented.name)?.said ?? []
  const common = shownIn(saidAnyway, [...new Set(jobs.flatMap(({ choices }) => choices))])
  for (const name of common)
    process.stdout.write(`FAIL ${name}: a tenant as documented shows "${variants[name]?.shows}" as well\n`)

  const unfair = scores.filter(score => !isFair(score))
  const failed = scores.reduce((sum, score) => sum + score.failed.length, 0)
  const unseen = scores.reduce((sum, score) => sum + score.unseen.length, 0) + common.length
  const combined = jobs.filter(({ choices }) => choices.length > 1).length
  process.stdout.write(
    `${failed} requirements failed and ${unseen} choices did not show over ${scores.length - combined - 1} variants and ${combined} combinations (seed ${seed}) in ${((performance.now() - begun) / 1000).toFixed(1)} s\n`,
  )
  mkdirSync('test-results', { recursive: true })
  const figures = { fair: scores.length - unfair.length, unfair: unfair.length, failed, unseen, combined, seed }
  writeFileSync('test-results/variants.json', `${JSON.stringify(figures)}\n`)
  return unfair.length + common.length === 0 ? 0 : 1
}

// Slow tenants are waited for rather than worked for: their parts are asked beside each other.
const isSlow = ({ part }: (typeof jobs)[number]) => part[1] > 1
const slow = jobs.filter(isSlow)
const asked = Promise.all([
  workThrough('./variant-worker.ts', slow, 8, take),
  workThrough(
    './variant-worker.ts',
    jobs.filter(job => !isSlow(job)),
    cpus().length,
    take,
  ),
])
endWith(asked.then(sumUp))
