import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { scan } from '../harness/secret-scan/scan'
import { freshKey, seal, sealedIn, unseal } from '../harness/secret-scan/sealed'
import type { Conformance } from '../reporters/conformance-json'
import type { SecretScan } from '../reporters/result'
import { serve } from '../mock/serve'
import type { Variant } from '../mock/variants/variant'
import { conformance } from './conformance-run'
import { configurationOf } from '../harness/configuration'

test.describe.configure({ mode: 'parallel' })

const token = 'a-token-that-is-always-the-same-4711'

const constant: Variant = {
  story: 'each token comes with the same refresh token',
  shows: 'Token reply: has a member refresh_token',
  distorts: {
    'POST /acs/token': wire => ({ ...wire, body: { ...(wire.body as object), refresh_token: token } }),
  },
}

/** Runs a check beside a file that is there already, which stands for whatever let a secret out. */
const runBeside = async (folder: string, text: string) => {
  const { baseUrl, client, controlUrl, close } = await serve({ variants: [constant] })
  mkdirSync(join(folder, 'deep'), { recursive: true })
  writeFileSync(join(folder, 'deep', 'notes.txt'), text)
  const settings = {
    TENANT_BASE_URL: baseUrl, TENANT_CLIENT_ID: client.id, TENANT_CLIENT_SECRET: client.secret, TENANT_WRITES: 'allow',
    CONFORMANCE_TARGET_KIND: 'mock', CONFORMANCE_MOCK_CONTROL: controlUrl,
  } // prettier-ignore
  const run = await conformance(folder, settings, ['--grep', 'TOK-002'])
  await close()
  const { secretScan } = (run.found ?? {}) as Conformance & { secretScan?: SecretScan }
  return { ...run, secretScan, secret: client.secret }
}

const spelt = {
  raw: token,
  'in Base64': Buffer.from(`token:${token}`).toString('base64'),
} as const

for (const [how, text] of Object.entries(spelt))
  test(`a token that stands ${how} in a file of the results fails the run, which names the file and not the token`, async ({}, info) => {
    const { status, said, secretScan } = await runBeside(info.outputPath('r'), `before ${text} after`)

    expect(status, said).toBe(2)
    expect(said).toContain('SECRET FOUND  deep/notes.txt holds a secret or token of this run.')
    expect(said).not.toContain(token)
    expect(secretScan).toMatchObject({ state: 'found', found: ['deep/notes.txt'] })
  })

test('a run that tells nothing is clean, and its list of secrets is gone', async ({}, info) => {
  const folder = info.outputPath('r')
  const { status, said, secretScan, secret } = await runBeside(folder, 'nothing')

  expect(status, said).toBe(0)
  expect(secretScan?.state).toBe('clean')
  expect(secretScan?.files).toBeGreaterThan(4)
  expect(readdirSync(folder).filter(name => name.endsWith('.sealed'))).toEqual([])
  expect(readFileSync(join(folder, 'console.txt'), 'utf8')).toContain('CONFORMANT')
  expect(said).not.toContain(secret)
})

test('values are read with the key of the run only', () => {
  const key = freshKey()
  const line = seal(key, ['one', 'zwölf'])

  expect(Buffer.from(line, 'base64').toString('latin1')).not.toContain('one","')
  expect(unseal(key, line)).toEqual(['one', 'zwölf'])
  expect(() => unseal(freshKey(), line)).toThrow()
  expect(() => unseal(key, line.slice(0, -8))).toThrow()
})

test('what cannot be searched is not clean', ({}, info) => {
  const folder = info.outputPath('r')
  mkdirSync(folder)
  const configuration = { ...configurationOf({ RESULTS_DIR: folder }), scanKey: freshKey() }
  writeFileSync(sealedIn(configuration), `${seal(freshKey(), ['of another run'])}\n`)
  writeFileSync(join(folder, 'conformance.json'), '{"format":1}')

  const { state, reason } = scan(configuration)

  expect(state).toBe('failed')
  expect(reason).toMatch(/./)
  expect(JSON.parse(readFileSync(join(folder, 'conformance.json'), 'utf8'))).toMatchObject({
    secretScan: { state: 'failed' },
  })
  expect(readdirSync(folder)).toEqual(['conformance.json'])
})
