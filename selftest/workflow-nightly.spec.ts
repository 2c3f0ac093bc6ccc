import { mkdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { environmentOf } from '../harness/part'
import { beganAt } from '../harness/run-mark'
import { incompleteness, partsExpected, type Lane } from '../reporters/shards'
import { fileNamed, jobsIn, needsOf, wordsBehind } from './workflow-file'
import { bash } from './workflow-shell'

test.describe('the nightly run', () => {
  const { plan, check, sweep, result } = jobsIn('nightly.yml')

  const planned = (folder: string): ReadonlyMap<string, string> => {
    const [step] = plan?.steps ?? []
    const output = join(folder, 'output')
    const { status, stderr } = bash(step?.run, { GITHUB_OUTPUT: output, ...(step?.env as Record<string, string>) })
    expect(status, stderr).toBe(0)
    return new Map(
      readFileSync(output, 'utf8')
        .trim()
        .split('\n')
        .map(line => [line.slice(0, line.indexOf('=')), line.slice(line.indexOf('=') + 1)] as const),
    )
  }

  test('the plan is carried out: a mark that tells its age, and a budget that adds up', ({}, info) => {
    const folder = info.outputPath('plan')
    mkdirSync(folder, { recursive: true })
    const values = planned(folder)
    const parts = (JSON.parse(values.get('parts') ?? '') as { lane: Lane; shard: number; of: number }[]).map(
      ({ lane, shard, of }) => ({ lane, shard: { current: shard, total: of } }),
    )

    expect(Math.abs(Date.now() - (beganAt(values.get('run') ?? '') ?? 0))).toBeLessThan(60_000)
    expect(incompleteness(parts)).toBeUndefined()
    expect(parts).toHaveLength(partsExpected(parts))
    expect(Number(values.get('rate')) * parts.length).toBeLessThanOrEqual(10)
    expect(Number(values.get('concurrency')) * parts.length).toBeLessThanOrEqual(6)
    expect(environmentOf({}, { CONFORMANCE_RUN: values.get('run') })).toHaveProperty(
      'CONFORMANCE_RUN',
      values.get('run'),
    )
    expect(Number(values.get('rate'))).toBeGreaterThanOrEqual(1)
    expect(Number(values.get('concurrency'))).toBeGreaterThanOrEqual(1)
    expect([...values.keys()].toSorted()).toEqual(Object.keys(plan?.outputs ?? {}).toSorted())
  })

  test('two nights do not overlap, and none is cut off', () => {
    expect(fileNamed('nightly.yml').workflow.concurrency).toEqual({ group: 'staging', 'cancel-in-progress': false })
    expect(check?.strategy?.['fail-fast']).toBe(false)
  })

  test('every shard has the mark of the run and its part of the budget', () => {
    const asking = check?.steps.find(({ run }) => run?.includes('npm run conformance'))

    expect(wordsBehind('conformance', check ?? { steps: [] })).toEqual(['--lane "$LANE" --shard "$SHARD"'])
    expect(asking?.env).toMatchObject({
      LANE: '${{ matrix.part.lane }}',
      SHARD: '${{ matrix.part.shard }}/${{ matrix.part.of }}',
      CONFORMANCE_RUN: '${{ needs.plan.outputs.run }}',
      TENANT_RATE: '${{ needs.plan.outputs.rate }}',
      TENANT_CONCURRENCY: '${{ needs.plan.outputs.concurrency }}',
    })
  })

  test('what was made is removed whatever happens, with the journals of all shards', () => {
    expect(sweep?.if).toBe('${{ always() }}')
    expect(needsOf(sweep ?? { steps: [] })).toContain('check')
    const uploads = check?.steps.find(({ uses }) => uses?.startsWith('actions/upload-artifact@'))
    expect(uploads?.if).toBe('${{ always() }}')
    expect(uploads?.with?.name).toMatch(/^shard-/)
    const [fetched, swept] = sweep?.steps.slice(-2) ?? []
    expect(fetched?.with).toMatchObject({ pattern: 'shard-*', path: 'journals' })
    expect(swept?.env?.RESULTS_DIR).toBe('journals')
    expect(wordsBehind('sweep', sweep ?? { steps: [] })).toEqual(['--over "$RUN"'])
  })

  test('artifacts are kept for 30 days', () => {
    const kept = Object.values(jobsIn('nightly.yml')).flatMap(({ steps }) =>
      steps.filter(({ uses }) => uses?.includes('upload-artifact@')).map(step => step.with?.['retention-days']),
    )

    expect(kept.length).toBeGreaterThan(1)
    expect(new Set(kept)).toEqual(new Set([30]))
  })

  test('the results are joined, reported with their history, and judged', () => {
    const runs = result?.steps.map(({ run, uses }) => run ?? uses?.split('@')[0]) ?? []
    const order = ['npm run merge', 'actions/cache/restore', 'npm run report', 'actions/cache/save', 'npm run formats', 'github/codeql-action/upload-sarif', 'npm run gate'] // prettier-ignore
    const places = order.map(word => runs.findIndex(each => each?.startsWith(word)))

    expect(places).not.toContain(-1)
    expect(places.toSorted((a, b) => a - b)).toEqual(places)
  })
})
