import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { repository } from '../reporters/surroundings'
import { sourceFiles } from './source-files'
import { fileNamed, jobsIn, workflowFile, workflowFiles, type WorkflowFile } from './workflow-file'
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

for (const file of workflowFiles())
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
    const commands = Object.values(jobsIn('pull-request.yml')).flatMap(({ steps }) => steps.map(({ run }) => run))

    for (const command of ['npm test', 'npm run conformance', 'npm run formats', 'npm run test:defects'])
      expect(commands).toContain(command)
    expect(commands).toContain('npm run gate -- --policy smoke')
  })
})
