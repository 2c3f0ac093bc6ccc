import { mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { fileNamed, jobsIn, needsOf, wordsBehind } from './workflow-file'
import { bash } from './workflow-shell'

test.describe('the release gate', () => {
  test('it takes the results a night has kept, and tells the gate tenant, commit and baseline', () => {
    const kept = jobsIn('nightly.yml').result?.steps.at(-1)?.with?.name
    const { decide } = jobsIn('release-gate.yml')
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
      const fetching = jobsIn('release-gate.yml').decide?.steps.find(
        ({ name }) => name === 'Fetch the results of the commit',
      )

      const ended = bash(fetching?.run, { RUN, FOUND: found, PATH: `${folder}:${process.env.PATH}` }, folder)

      expect(ended.status, ended.stderr).toBe(status)
      if (typeof said === 'string') expect(ended.stdout.trim()).toBe(said)
      else expect(ended.stdout).toMatch(said)
      expect(readdirSync(folder).toSorted()).toEqual(['gh', 'git'])
    })

  test('the result becomes the next baseline only where the answer is go', () => {
    const { attach } = jobsIn('release-gate.yml')

    expect(needsOf(attach ?? { steps: [] })).toEqual(['decide'])
    expect(attach?.if).toBeUndefined()
    expect(attach?.steps.at(-1)?.run).toContain('release-gate/conformance.json')
  })

  test('a dispatched and a called one are told the same', () => {
    const { workflow_call, workflow_dispatch } = fileNamed('release-gate.yml').workflow.on

    expect(workflow_call).toEqual(workflow_dispatch)
  })
})
