import { posix } from 'node:path'
import { expect, test } from '@playwright/test'
import { importsIn } from './import-statements'
import { sourceFiles, type SourceFile } from './source-files'

/**
 * Who may import whom (values; types are free). A folder stands for everything in it, `harness/index` for that file.
 * Why: the catalogue is readable by any tool; a suite reads the same against mock and tenant; were mock and checks to
 * share anything, they would agree about the same mistake; a reporter judges what it is told and asks nobody.
 * What is not in the table may import everything: selftest, and the configuration files.
 */
const may: Readonly<Record<string, readonly string[]>> = {
  specs: ['specs'],
  schemas: [],
  harness: ['specs', 'harness'],
  suites: ['harness/index', 'suites'],
  mock: ['mock'],
  reporters: ['specs', 'reporters'],
}

/** Single imports that no rule allows, each with its reason. */
const exceptions: Readonly<Record<string, string>> = {
  'harness/conformance.ts → reporters/exit-status': 'the command of a run ends with the status of its verdict',
}

/** Packages from outside, where a folder may not have just any of them. */
const packages: Readonly<Record<string, RegExp>> = {
  specs: /^$/,
  suites: /^node:/,
  mock: /^node:|^jose$|^selfsigned$/,
}

const advice =
  'Moving a boundary on purpose? Change the table in selftest/imports.spec.ts in the same commit and say why.'

const folderOf = (path: string) => path.split('/')[0] ?? ''

const isBelow = (path: string, room: string) => path === room || path.startsWith(`${room}/`)

/** What breaks the table, a sentence each; the exceptions that were used are told to `used`. */
const violations = (files: readonly SourceFile[], used: (exception: string) => void = () => {}): readonly string[] => {
  const known = new Set(files.map(({ path }) => path))
  const landing = (path: string) => (known.has(`${path}/index.ts`) ? `${path}/index` : path)

  return files.flatMap(({ path, text }) => {
    const folder = folderOf(path)
    const allowed = may[folder]
    if (!allowed) return []
    return importsIn(text).flatMap(({ specifier, line }) => {
      if (!specifier.startsWith('.'))
        return (packages[folder] ?? /./).test(specifier)
          ? []
          : [`${path}:${line} imports the package ${specifier}. ${advice}`]
      const target = landing(posix.join(posix.dirname(path), specifier))
      if (allowed.some(room => isBelow(target, room))) return []
      const exception = `${path} → ${target}`
      if (exception in exceptions) {
        used(exception)
        return []
      }
      return [
        `${path}:${line} imports ${target}, but ${folder} may import ${allowed.join(', ') || 'nothing'}. ${advice}`,
      ]
    })
  })
}

test.describe('imports', () => {
  test('every import obeys the table, and every exception is needed', () => {
    const used = new Set<string>()

    expect(violations(sourceFiles(), exception => used.add(exception))).toEqual([])
    expect([...used]).toEqual(Object.keys(exceptions))
  })

  const planted: readonly (readonly [path: string, text: string, blamed: string])[] = [
    ['specs/a.ts', "import { b } from '../harness/b'", 'specs/a.ts:1 imports harness/b, but specs may import specs.'],
    ['harness/a.ts', "import fs from 'node:fs'\nimport {\n  b,\n} from '../mock/b'", 'harness/a.ts:2 imports mock/b'],
    ['harness/a.ts', "export { b } from '../reporters/b'", 'harness/a.ts:1 imports reporters/b'],
    ['harness/a.ts', "export * from '../selftest/b'", 'harness/a.ts:1 imports selftest/b'],
    ['suites/token/a.spec.ts', "import { b } from '../../harness/send'", 'imports harness/send, but suites may import harness/index'],
    ['suites/token/a.spec.ts', "import { request } from 'undici'", 'imports the package undici'],
    ['mock/a.ts', "import '../specs/token'", 'mock/a.ts:1 imports specs/token'],
    ['mock/laws/a.ts', "const b = await import('../../harness/b')", 'mock/laws/a.ts:1 imports harness/b'],
    ['mock/laws/a.ts', "const b = require('../../harness/b') as typeof B", 'mock/laws/a.ts:1 imports harness/b'],
    ['mock/laws/a.ts', "import { type B, c } from '../../specs'", 'mock/laws/a.ts:1 imports specs/index'],
    ['reporters/a.ts', "import { b } from '../harness'", 'reporters/a.ts:1 imports harness/index'],
    ['specs/a.ts', "import ajv from 'ajv'", 'specs/a.ts:1 imports the package ajv'],
  ] // prettier-ignore

  for (const [path, text, blamed] of planted)
    test(`a planted violation is found: ${path} ${text.replaceAll('\n', ' ')}`, () => {
      const found = violations([{ path, text }, ...sourceFiles().filter(file => file.path.endsWith('index.ts'))])

      expect(found).toHaveLength(1)
      expect(found[0]).toContain(blamed)
      expect(found[0]).toContain(advice)
    })

  const free: readonly (readonly [path: string, text: string])[] = [
    ['mock/a.ts', "import type { RequirementId } from '../specs'"],
    ['mock/a.ts', "import { type A, type B } from '../specs'\nexport type { C } from '../harness'"],
    ['mock/a.ts', "// import { b } from '../specs'\n/* import { b } from '../specs' */"],
    ['mock/a.ts', "const text = `see import { b } from '../specs'`"],
    ['suites/token/a.spec.ts', "import { test } from '../../harness'\nimport { b } from './b'"],
    ['harness/conformance.ts', "import { exitStatus } from '../reporters/exit-status'"],
    ['playwright.config.ts', "import { b } from './mock/b'"],
  ]

  for (const [path, text] of free)
    test(`what is allowed is not found: ${path} ${text.replaceAll('\n', ' ')}`, () => {
      expect(
        violations([
          { path, text },
          { path: 'harness/index.ts', text: '' },
        ]),
      ).toEqual([])
    })
})
