import { createHash } from 'node:crypto'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { readStatement } from '../reporters/statement/read'
import { mixedResult } from './statement-samples'

// What lies beside a result, and what does not belong to it.

const write = (folder: string, files: Readonly<Record<string, unknown>>) => {
  mkdirSync(join(folder, 'allure-results'), { recursive: true })
  for (const [name, value] of Object.entries(files))
    writeFileSync(join(folder, name), typeof value === 'string' ? value : JSON.stringify(value))
  return folder
}

const failed = mixedResult.requirements.find(({ id }) => id === 'TOK-005')?.checks[0]?.title ?? ''
const nowhere = '/nowhere/defects.json'

const attached = (name: string, source: string) => ({ steps: [{ steps: [{ attachments: [{ name, source }] }] }] })

test('a result alone is enough', ({}, info) => {
  const folder = write(info.outputPath('alone'), { 'conformance.json': mixedResult })

  const data = readStatement(folder, nowhere)

  expect(data.result.requirements).toHaveLength(mixedResult.requirements.length)
  expect([data.gate, data.proof, data.planned, data.hasAllure]).toEqual([undefined, undefined, undefined, false])
  expect([data.evidence.scripts.size, data.evidence.places.size]).toEqual([0, 0])
})

test('scripts of failed checks come from Allure, cut at the end of a line where they are long', ({}, info) => {
  const line = `curl ${'x'.repeat(94)}\n`
  const folder = write(info.outputPath('evidence'), {
    'conformance.json': mixedResult,
    'allure-results/1-result.json': { uuid: 'one', name: failed, ...attached('replay.sh', 'script.txt') },
    'allure-results/2-result.json': { uuid: 'two', name: 'another check', ...attached('replay.sh', 'script.txt') },
    'allure-results/3-result.json': 'no JSON',
    'allure-results/script.txt': line.repeat(400),
  })

  const { evidence } = readStatement(folder, nowhere)

  const script = evidence.scripts.get(failed)
  expect(evidence.scripts.size).toBe(1)
  expect(script?.of).toBe(40_000)
  expect(script?.text).toBe(line.repeat(160))
  expect(evidence.places.get(failed)).toBe(`/${createHash('md5').update('one').digest('hex')}`)
})

test('an attachment outside of the results is not read', ({}, info) => {
  const folder = write(info.outputPath('outside'), {
    'conformance.json': mixedResult,
    'secret.txt': 'TENANT_CLIENT_SECRET',
    'allure-results/1-result.json': { uuid: 'one', name: failed, ...attached('replay.sh', '../secret.txt') },
  })

  expect(readStatement(folder, nowhere).evidence.scripts.size).toBe(0)
})

test('what the gate said counts for the run it was asked about', ({}, info) => {
  const answer = (startedAt: string) => ({
    answer: 'go',
    policy: 'release',
    decidedAt: startedAt,
    objections: [{ rule: 'r', answer: 'no-go', text: 't' }],
    results: [{ startedAt }],
  })
  const gateOf = (name: string, startedAt: string) =>
    readStatement(
      write(info.outputPath(name), { 'conformance.json': mixedResult, 'gate.json': answer(startedAt) }),
      nowhere,
    ).gate

  expect(gateOf('same', mixedResult.startedAt)).toMatchObject({
    answer: 'go',
    policy: 'release',
    objections: [{ rule: 'r' }],
  })
  expect(gateOf('other', '2020-01-01T00:00:00.000Z')).toBeUndefined()
})

test('a kill matrix beside the results goes before the one of the repository', ({}, info) => {
  const proofs = (id: string) => ({
    proofs: [
      { fate: 'killed', caughtBy: [id] },
      { fate: 'survived', caughtBy: ['CLI-001'] },
    ],
  })
  const folder = write(info.outputPath('proof'), { 'conformance.json': mixedResult, 'defects.json': proofs('TOK-002') })
  const defects = join(folder, 'defects.json')

  expect([...(readStatement(folder, defects).proof?.proven ?? [])]).toEqual(['TOK-002'])

  write(folder, { 'proof.json': proofs('TOK-005') })
  const { proof } = readStatement(folder, defects)
  expect([[...(proof?.proven ?? [])], proof?.source]).toEqual([['TOK-005'], 'proof.json beside these results'])
})

test('a folder without a result is named', ({}, info) => {
  const folder = write(info.outputPath('empty'), {})

  expect(() => readStatement(folder, nowhere)).toThrow(/there is no result in .*conformance\.json/)
})
