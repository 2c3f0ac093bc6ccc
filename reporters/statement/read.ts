import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readResult, type Result } from '../result'
import { repository } from '../surroundings'
import type { GateAnswer, Proof, StatementData } from './data'
import { readEvidence } from './evidence'

type Value = Readonly<Record<string, unknown>>

const valueIn = (path: string): Value | undefined => {
  try {
    const value: unknown = JSON.parse(readFileSync(path, 'utf8'))
    return typeof value === 'object' && value !== null ? (value as Value) : undefined
  } catch {
    return undefined
  }
}

const listIn = (value: unknown): readonly Value[] =>
  Array.isArray(value) ? value.filter(one => typeof one === 'object' && one !== null) : []

const textOf = (value: unknown) => (typeof value === 'string' ? value : '')

/** What the gate said about this very run; an answer about another one says nothing. */
const gateIn = (folder: string, { startedAt, merged }: Result): GateAnswer | undefined => {
  const found = valueIn(join(folder, 'gate.json'))
  const began = [startedAt, ...(merged?.shards ?? []).map(shard => shard.startedAt)]
  const about = listIn(found?.['results'])
  if (!found || about.length === 0 || !about.every(one => began.includes(textOf(one['startedAt'])))) return undefined
  return {
    answer: textOf(found['answer']),
    policy: textOf(found['policy']),
    decidedAt: textOf(found['decidedAt']),
    objections: listIn(found['objections']).map(one => ({
      rule: textOf(one['rule']),
      answer: textOf(one['answer']),
      text: textOf(one['text']),
    })),
  }
}

/** A defect proves the requirements it names when their checks were seen to notice it. */
const proofIn = (path: string, source: string): Proof | undefined => {
  const found = valueIn(path)
  if (!Array.isArray(found?.['proofs'])) return undefined
  const noticed = listIn(found['proofs']).filter(({ fate }) => fate === 'killed' || fate === 'warned')
  const ids = noticed.flatMap(({ caughtBy }) => (Array.isArray(caughtBy) ? caughtBy : []))
  return { proven: new Set(ids.filter(id => typeof id === 'string')), source }
}

/**
 * Reads what a statement is made of.
 * @param folder a run has written to; everything but its `conformance.json` may be missing
 * @param defects the kill matrix to take where none lies beside the results
 * @throws Error with one message where there is no result, or none that can be read
 */
export const readStatement = (
  folder: string,
  defects = join(repository, 'test-results/defects.json'),
): StatementData => {
  const { result } = readResult(folder)
  const failed = result.requirements
    .flatMap(({ checks }) => checks)
    .filter(({ status, signature, message }) => status === 'fail' || signature !== undefined || message !== undefined)
  const gate = gateIn(folder, result)
  const proof =
    proofIn(join(folder, 'proof.json'), 'proof.json beside these results') ??
    proofIn(defects, 'the last npm run test:defects of this repository')
  const plan = valueIn(join(folder, 'plan.json'))
  const planned = Array.isArray(plan?.['checks']) ? plan['checks'].length : undefined
  return {
    result,
    evidence: readEvidence(join(folder, 'allure-results'), new Set(failed.map(({ title }) => title))),
    hasAllure: existsSync(join(folder, 'allure-report', 'index.html')),
    ...(planned !== undefined && { planned }),
    ...(gate && { gate }),
    ...(proof && { proof }),
  }
}
