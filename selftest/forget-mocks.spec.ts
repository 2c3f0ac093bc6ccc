import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { forgetMocks } from '../harness/forget-mocks'

const opened = (tenant: string) => `${JSON.stringify({ event: 'opened', run: 'r1', tenant })}\n`

const journals: readonly (readonly [of: string, text: string, isKept: boolean])[] = [
  ['mocks only', opened('http://localhost:4711') + opened('http://127.0.0.1:80'), false],
  ['nobody', '', false],
  ['a tenant', opened('https://acme.example'), true],
  [
    'a tenant among mocks',
    opened('http://localhost:1') + opened('https://acme.example') + opened('http://localhost:2'),
    true,
  ],
  ['a mock over TLS, which may be anybody', opened('https://localhost:4711'), true],
]

for (const [of, text, isKept] of journals)
  test(`a journal of ${of} is ${isKept ? 'kept' : 'forgotten'}`, () => {
    const folder = mkdtempSync(join(tmpdir(), 'journal-'))
    writeFileSync(join(folder, 'journal.jsonl'), text)

    forgetMocks(folder)

    expect(existsSync(join(folder, 'journal.jsonl'))).toBe(isKept)
    rmSync(folder, { recursive: true })
  })

test('no journal is no trouble', () => {
  expect(() => forgetMocks(join(tmpdir(), 'there-is-no-such-folder'))).not.toThrow()
})
