import { existsSync, readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import { conformance } from './conformance-run'
import { node } from './node-command'

test('listing the checks writes no results', async ({}, info) => {
  const results = info.outputPath('results')
  const { status, said } = await conformance(results, {}, ['--list'])

  expect(status, said).toBe(0)
  expect(said).toContain('TOK-001 · ')
  expect(existsSync(results)).toBe(false)
})

test.describe('npm ci', () => {
  const compile = (settings: Readonly<Record<string, string>>) => {
    const { status, stdout, stderr } = node(['--require', 'tsx/cjs', 'harness/compile.ts'], settings)
    return { status, said: stdout + stderr }
  }

  test('compiles what the first run loads, all but its setup', async ({}, info) => {
    const settings = { PLAYWRIGHT_TRANSFORM_CACHE_DIR: info.outputPath('compiled') }
    const compiled = () => readdirSync(settings.PLAYWRIGHT_TRANSFORM_CACHE_DIR, { recursive: true }).length
    expect(compile(settings)).toEqual({ status: 0, said: '' })
    const before = compiled()
    const { status, said } = await conformance(info.outputPath('results'), settings, ['--grep', 'TOK-001'])

    expect(status, said).toBe(0)
    expect(compiled() - before).toBeLessThan(before / 50)
  })

  test('does not fail where the settings are wrong: the run will say so', ({}, info) => {
    const settings = {
      PLAYWRIGHT_TRANSFORM_CACHE_DIR: info.outputPath('compiled'),
      TENANT_BASE_URL: 'ftp://acme.example.com',
    }

    expect(compile(settings)).toEqual({ status: 0, said: '' })
  })
})
