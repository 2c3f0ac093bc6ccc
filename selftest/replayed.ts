import { spawn } from 'node:child_process'
import { expect } from '@playwright/test'
import type { Check } from '../harness/check'
import { replaceSecrets } from '../harness/redact'
import { scriptOf } from '../harness/replay/script'
import { serve, type Served, type ServeOptions } from '../mock/serve'
import { workerAt } from './check-against'
import { clientsOf } from './clients-of'

interface Ran {
  readonly status: number | null
  readonly said: string
}

/** Runs a script as somebody who pasted it: bash, the three settings, nothing else. */
export const run = (
  script: string,
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<Ran> =>
  new Promise((resolve, reject) => {
    const child = spawn('bash', [...options, '-s'], { env: { PATH: process.env.PATH, ...settings } })
    let said = ''
    child.stdout.on('data', chunk => (said += String(chunk)))
    child.stderr.on('data', chunk => (said += String(chunk)))
    child.once('error', reject)
    child.once('close', status => resolve({ status, said }))
    child.stdin.end(script)
  })

const settingsFor = ({ baseUrl, client }: Served) => ({
  TENANT_BASE_URL: baseUrl,
  TENANT_CLIENT_ID: client.id,
  TENANT_CLIENT_SECRET: client.secret,
})

type Worker = ReturnType<typeof workerAt>

const secretsIn = (text: string): readonly string[] => {
  const found: string[] = []
  replaceSecrets(text, name => `${found.push(name)}`)
  return found
}

/** A check fails on a mock; its script is free of secrets, shows the same again, and leaves nothing behind. */
export const replayed = async (
  options: ServeOptions,
  failing: (worker: Worker) => Promise<Check & { script: string }>,
) => {
  const served = await serve(options)
  const before = await clientsOf(served)
  const worker = workerAt(served)
  const { script, violation } = await failing(worker)
  await worker.end()

  const syntax = await run(script, {}, ['-n'])
  const { said, status } = await run(script, settingsFor(served))
  const after = await clientsOf(served)
  await served.close()

  expect(violation, 'the check fails in the first place').toBeDefined()
  expect(secretsIn(script)).toEqual([])
  expect(syntax).toEqual({ status: 0, said: '' })
  expect(status, said).toBe(0)
  expect(after).toEqual(before)
  expect(script).toContain(violation?.replaceAll(/^/gm, '# '))
  return { said, script }
}

/** A check with the script that repeats it. */
export const withScript = (check: Check) => ({ ...check, script: scriptOf(check) })
