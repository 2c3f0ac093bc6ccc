import { spawnSync } from 'node:child_process'
import { existsSync, mkdirSync, readdirSync } from 'node:fs'
import { expect, test } from '@playwright/test'
import manifest from '../package.json'
import { repository } from '../reporters/surroundings'
import { conformance } from './conformance-run'

test('listing the checks writes no results', async ({}, info) => {
  const results = info.outputPath('results')
  const { status, said } = await conformance(results, {}, ['--list'])

  expect(status, said).toBe(0)
  expect(said).toContain('TOK-001 · ')
  expect(existsSync(results)).toBe(false)
})

test.describe('npm ci', () => {
  const prepare = (settings: Readonly<Record<string, string>>, cwd = repository) => {
    const env = { PATH: process.env.PATH, ...settings }
    const { status, stdout, stderr } = spawnSync(manifest.scripts.prepare, { shell: true, encoding: 'utf8', cwd, env })
    return { status, said: stdout + stderr }
  }

  test('compiles what the first run loads, all but its setup', async ({}, info) => {
    const settings = { PLAYWRIGHT_TRANSFORM_CACHE_DIR: info.outputPath('compiled') }
    const compiled = () => readdirSync(settings.PLAYWRIGHT_TRANSFORM_CACHE_DIR, { recursive: true }).length
    expect(prepare(settings)).toEqual({ status: 0, said: '' })
    const before = compiled()
    const { status, said } = await conformance(info.outputPath('results'), settings, ['--grep', 'TOK-001'])

    expect(status, said).toBe(0)
    expect(compiled() - before).toBeLessThan(before / 50)
  })

  test('does not fail where the settings are wrong: the run will say so', ({}, info) => {
    const compiled = { PLAYWRIGHT_TRANSFORM_CACHE_DIR: info.outputPath('compiled') }

    expect(prepare({ ...compiled, TENANT_BASE_URL: 'ftp://acme.example.com' })).toEqual({ status: 0, said: '' })
  })

  test('does not fail where only package.json is there yet, as in the layers of an image', ({}, info) => {
    const folder = info.outputPath('image')
    mkdirSync(folder, { recursive: true })

    expect(prepare({}, folder)).toEqual({ status: 0, said: '' })
  })
})
