import { basename } from 'node:path'
import { expect, test } from '@playwright/test'
import { sourceFiles, type SourceFile } from './source-files'

const homeless = /(^|[-/])(utils?|helpers?|common|misc|manager|base)([-./]|$)/

/** Tables and prose in the form of code: twice the length is fine. */
const isData = (path: string) =>
  /^(specs|suites|mock\/defects|mock\/variants|schemas)\//.test(path) || path.endsWith('.spec.ts')

const longest = (path: string) => (isData(path) ? 300 : 150)

const words = /defect|mutant|broken/i

/** Where the mock may speak of defects besides mock/defects/; elsewhere no code knows that they exist. */
const knowsDefects: Readonly<Record<string, string>> = {
  'mock/override.ts': 'puts a broken law in the place of a correct one',
  'mock/changes.ts': 'finds a defect or a variant by its name',
  'mock/serve.ts': 'is told which defect to serve',
  'mock/main.ts': 'has the flag --defect',
}

/** Time, chance and the environment enter by few doors: the rest is told. */
const doors: readonly (readonly [what: string, pattern: RegExp, rooms: RegExp, where: Readonly<Record<string, string>>])[] = [
  ['the environment', /\bprocess\.env\b/, /^(specs|harness|suites|mock|reporters)\//, {
    'harness/settings.ts': 'adds what .env says',
    'harness/test.ts': 'hands it to the configuration, changed for each project',
    'harness/census/global-setup.ts': 'hands it to the configuration',
    'harness/preflight/main.ts': 'hands it to the configuration',
    'harness/sweep/main.ts': 'hands it to the configuration',
    'harness/preflight/preflight.setup.ts': 'hands it to the configuration',
    'harness/conformance.ts': 'hands it to the configuration',
    'mock/global-setup.ts': 'tells the workers the address of the mock',
    'reporters/surroundings.ts': 'reads it for the reporters',
  }],
  ['chance', /\bMath\.random\b|\brandomUUID\b|\brandomBytes\b/, /^(specs|harness|suites|mock|reporters)\//, {
    'harness/run-mark.ts': 'marks a run as no other is marked',
    'harness/secret-book.ts': 'makes up client secrets',
    'harness/secret-scan/sealed.ts': 'makes a key that no other run has',
    'mock/chance.ts': 'is the only source of chance of the mock',
  }],
  ['the time of day', /\bDate\.now\b|\bnew Date\(\)/, /^(specs|mock|reporters)\//, {
    'mock/clock.ts': 'is the clock of the mock',
    'reporters/reporter.ts': 'notes when the run began',
    'reporters/surroundings.ts': 'tells the gate how old results are',
  }],
] // prettier-ignore

const code = ({ text }: SourceFile) => text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, '')

const files = sourceFiles()

test.describe('the house', () => {
  test('no file is named after nothing', () => {
    expect(files.map(({ path }) => path).filter(path => homeless.test(path))).toEqual([])
    expect(
      ['harness/utils.ts', 'mock/token-helpers.ts', 'suites/common/a.ts', 'harness/base.ts'].filter(path =>
        homeless.test(path),
      ),
    ).toHaveLength(4)
    expect(homeless.test('mock/laws/authorization.ts')).toBe(false)
  })

  test('files are named in small letters and dashes', () => {
    const odd = files
      .map(({ path }) => basename(path))
      .filter(name => !/^[a-z0-9]+(-[a-z0-9]+)*(\.[a-z]+)*\.ts$/.test(name))
    expect(odd).toEqual([])
  })

  test('files are small', () => {
    const long = files
      .map(({ path, text }) => ({ path, lines: text.split('\n').length - 1 }))
      .filter(({ path, lines }) => lines > longest(path))
    expect(
      long.map(({ path, lines }) => `${path} has ${lines} lines, more than ${longest(path)}: it wants to be two files`),
    ).toEqual([])
  })

  test('only the doors of the mock know that defects exist', () => {
    const knowing = files
      .filter(file => /^mock\/(?!defects\/)/.test(file.path) && words.test(code(file)))
      .map(({ path }) => path)
    expect(knowing.toSorted()).toEqual(Object.keys(knowsDefects).toSorted())
  })

  for (const [what, pattern, rooms, where] of doors)
    test(`${what} enters by its doors`, () => {
      const found = files.filter(file => rooms.test(file.path) && pattern.test(code(file))).map(({ path }) => path)
      expect(found.toSorted()).toEqual(Object.keys(where).toSorted())
    })

  test('no check is left out or singled out', () => {
    const odd = files
      .filter(({ path }) => /\.(spec|setup)\.ts$/.test(path))
      .filter(file => /\b(test|describe)\.(only|fixme)\(/.test(code(file)))
    expect(odd.map(({ path }) => path)).toEqual([])
  })
})
