import { spawnSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { environmentOf } from '../harness/part'
import { beganAt } from '../harness/run-mark'
import { incompleteness, partsExpected, type Lane } from '../reporters/shards'
import { repository } from '../reporters/surroundings'
import { sourceFiles } from './source-files'
import { needsOf, wordsBehind, workflowFile, workflowFiles, type Job, type WorkflowFile } from './workflow-file'
import { faultsOf } from './workflow-rules'
import type { House } from './workflow-rule'

const read = (path: string) => readFileSync(join(repository, path), 'utf8')

const validate = new Ajv2020({ strict: true, allErrors: true, allowUnionTypes: true, strictRequired: false }).compile(
  JSON.parse(read('selftest/workflow.schema.json')) as object,
)

const shapeFaults = ({ workflow }: WorkflowFile): readonly string[] =>
  validate(workflow) ? [] : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)

const readers = sourceFiles().filter(({ path }) => !path.startsWith('selftest/'))

const house: House = {
  scripts: Object.keys((JSON.parse(read('package.json')) as { scripts: object }).scripts),
  isSetting: name => readers.some(({ text }) => new RegExp(`\\b${name}\\b`).test(text)),
}

const files = workflowFiles()

const fileNamed = (name: string): WorkflowFile => {
  const file = files.find(each => each.name === name)
  if (!file) throw new Error(`.github/workflows/${name} is missing`)
  return file
}

const jobs = (name: string): Readonly<Record<string, Job>> => fileNamed(name).workflow.jobs

/** Does what a runner does with the script of a step. */
const bash = (script: string | undefined, env: Readonly<Record<string, string>>, cwd = repository) =>
  spawnSync('bash', ['-eo', 'pipefail', '-c', script ?? ''], {
    cwd,
    env: { PATH: process.env.PATH, ...env },
    encoding: 'utf8',
  })

for (const file of files)
  test(`${file.name} has the shape of a workflow and keeps to the rules`, () => {
    expect(shapeFaults(file)).toEqual([])
    expect(faultsOf(file, house)).toEqual([])
  })

test.describe('a broken workflow is found out', () => {
  const { text } = fileNamed('nightly.yml')
  const slips: readonly (readonly [slip: string, from: string | RegExp, to: string, said: string | RegExp])[] = [
    ['a misspelt member', 'timeout-minutes: 60', 'timeout-minute: 60', /jobs\/check must NOT have additional properties/],
    ['no time limit', '    timeout-minutes: 60\n', '', /jobs\/check must have required property 'timeout-minutes'/],
    ['no rights said', /^permissions:\n {2}contents: read\n/m, '', /must have required property 'permissions'/],
    ['an action by its tag', /checkout@[0-9a-f]{40} # v6\.0\.2/, 'checkout@v6', /uses must match pattern/],
    ['a commit without its version', ' # v8.0.0', '', 'needs a commit and, behind it, its version'],
    ['a bare condition', '${{ !cancelled() }}', 'success()', /if must match pattern/],
    ['a script that is none', 'npm run merge', 'npm run marge', 'npm run marge is no script of package.json'],
    ['a misspelt setting', 'TENANT_RATE:', 'TENANT_RAET:', 'Did you mean TENANT_RATE?'],
    ['a setting nobody reads', 'CONFORMANCE_RUN:', 'CONFORMANCE_MARK:', 'CONFORMANCE_MARK is a setting that nobody reads'],
    ['a need that is no job', 'needs: plan', 'needs: plant', 'check needs plant, which is no job'],
    ['an output nobody gives', 'needs.plan.outputs.rate', 'needs.plan.outputs.speed', 'needs.plan.outputs.speed, which is nowhere'],
    ['a policy that is none', '--policy nightly', '--policy nightlly', 'asks the gate for the policy "nightlly"'],
    ['an expression in run', '--lane "$LANE"', '--lane ${{ matrix.part.lane }}', 'an expression stands in run'],
    ['a secret in run', 'run: npm run report', 'run: npm run report ${{ secrets.A }}', 'uses a secret outside of env'],
    ['a secret for a whole job', '    strategy:', '    env:\n      A: ${{ secrets.A }}\n    strategy:', 'check hands a secret to all its steps'],
    ['a secret of no environment', /    environment: staging\n/, '', 'check uses a secret, but no environment'],
    ['secrets for strangers', '  schedule:', '  pull_request:\n  schedule:', 'anybody can start it with a pull request'],
    ['text of strangers', 'RUN: ${{ needs.plan.outputs.run }}', 'RUN: ${{ github.event.issue.title }}', 'github.event.issue.title is text of strangers'],
    ['a token that stays', 'persist-credentials: false', 'fetch-depth: 1', 'checkout leaves its token behind'],
    ['an artifact for ever', '          retention-days: 30\n', '', 'nobody says how long the artifact is kept'],
    ['rights for all', '  contents: read\n', '  contents: write\n', 'all jobs may do more than read contents'],
    ['rights without use', '      actions: read', '      actions: write', 'result may write actions and does not'],
  ] // prettier-ignore

  for (const [slip, from, to, said] of slips)
    test(slip, () => {
      const broken = text.replace(from, to)
      expect(broken).not.toBe(text)
      const file = workflowFile('broken.yml', broken)

      const faults = [...shapeFaults(file), ...faultsOf(file, house)].join('\n')

      if (typeof said === 'string') expect(faults).toContain(said)
      else expect(faults).toMatch(said)
    })

  test('two members of one name', () => {
    expect(() => workflowFile('broken.yml', `${text}\nname: again\n`)).toThrow('Map keys must be unique')
  })
})

test.describe('pull requests', () => {
  test('self-tests, the suite on the mock, the gate and the defects', () => {
    const commands = Object.values(jobs('pull-request.yml')).flatMap(({ steps }) => steps.map(({ run }) => run))

    for (const command of ['npm test', 'npm run conformance', 'npm run formats', 'npm run test:defects'])
      expect(commands).toContain(command)
    expect(commands).toContain('npm run gate -- --policy smoke')
  })
})

test.describe('the nightly run', () => {
  const { plan, check, sweep, result } = jobs('nightly.yml')

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
    const kept = Object.values(jobs('nightly.yml')).flatMap(({ steps }) =>
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

test.describe('the release gate', () => {
  test('it takes the results a night has kept, and tells the gate tenant, commit and baseline', () => {
    const kept = jobs('nightly.yml').result?.steps.at(-1)?.with?.name
    const { decide } = jobs('release-gate.yml')
    const script = decide?.steps.map(({ run }) => run ?? '').join('\n') ?? ''

    expect(script).toContain(`gh run download "$RUN" --name ${String(kept)} --dir results`)
    expect(wordsBehind('gate', decide ?? { steps: [] })).toEqual([
      '--policy release --commit "$(git rev-parse HEAD)" --baseline baseline/conformance.json results',
    ])
  })

  for (const [what, RUN, found, status, said] of [
    ['the run it is told', '12', '', 0, 'run download 12 --name nightly --dir results'],
    ['the newest run of the commit', '', '34', 0, 'run download 34 --name nightly --dir results'],
    ['no run, and says so', '', '', 2, /::error::There is no nightly run of commit [0-9a-f]{40}: start/],
    ['no commands for the number of a run', '1; touch told', '', 2, /::error::/],
  ] as const)
    test(`it takes ${what}`, ({}, info) => {
      const folder = info.outputPath('runner')
      mkdirSync(folder, { recursive: true })
      const sha = 'a1'.repeat(20)
      writeFileSync(join(folder, 'gh'), '#!/bin/sh\n[ "$2" = list ] && echo "$FOUND" || echo "$*"\n', { mode: 0o755 })
      writeFileSync(join(folder, 'git'), `#!/bin/sh\necho ${sha}\n`, { mode: 0o755 })
      const fetching = jobs('release-gate.yml').decide?.steps.find(
        ({ name }) => name === 'Fetch the results of the commit',
      )

      const ended = bash(fetching?.run, { RUN, FOUND: found, PATH: `${folder}:${process.env.PATH}` }, folder)

      expect(ended.status, ended.stderr).toBe(status)
      if (typeof said === 'string') expect(ended.stdout.trim()).toBe(said)
      else expect(ended.stdout).toMatch(said)
      expect(readdirSync(folder).toSorted()).toEqual(['gh', 'git'])
    })

  test('the result becomes the next baseline only where the answer is go', () => {
    const { attach } = jobs('release-gate.yml')

    expect(needsOf(attach ?? { steps: [] })).toEqual(['decide'])
    expect(attach?.if).toBeUndefined()
    expect(attach?.steps.at(-1)?.run).toContain('release-gate/conformance.json')
  })

  test('a dispatched and a called one are told the same', () => {
    const { workflow_call, workflow_dispatch } = fileNamed('release-gate.yml').workflow.on

    expect(workflow_call).toEqual(workflow_dispatch)
  })
})
