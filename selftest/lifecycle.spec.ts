import { expect, test } from '@playwright/test'
import { firstCases } from '../harness/fuzz/shrink'
import type { Plot } from '../harness/lifecycle/for-all-sequences'
import { names, type Command } from '../harness/lifecycle/command'
import { sequences } from '../harness/lifecycle/sequences'
import { scriptOf } from '../harness/replay/script'
import { serve, type ServeOptions } from '../mock/serve'
import { createKeys } from '../mock/keys'
import type { RequirementId } from '../specs'
import { workerAt, type Verbs } from './check-against'

const keys = createKeys()
const client = { id: 'bootstrap', secret: 'secret-of-a-tenant-that-lives-for-seconds' }

/** Runs the sequences of one requirement against a mock, and gives what the check found and how it ended. */
const found = async (
  id: RequirementId,
  plot: Pick<Plot, 'often' | 'watches'>,
  options: ServeOptions = {},
  settings: Readonly<Record<string, string>> = {},
) => {
  const served = await serve({ client, keys, ...options })
  const worker = workerAt(served, { FUZZ_SEED: '5', ...settings })
  let ended: unknown
  const body = async ({ given, forAllSequences }: Verbs) =>
    forAllSequences({ admin: await given.admin(), mark: given.name(), ...plot }).catch((error: unknown) => {
      ended = error
    })
  try {
    return await worker.check(id, body, check => ({
      check,
      ended,
      message: check.violation ?? '',
      story: (check.violation ?? '').match(/(?<=^ {2}\d+\. +)\S.*$/gm) ?? [],
      left: served,
    }))
  } finally {
    await worker.end()
    await served.close()
  }
}

const duplicates = { often: ['duplicate', 'start'], watches: ['record', 'secrets'] } as const

test('a correct tenant passes, whatever the order, and equal seeds ask the same', async () => {
  const one = await found('CLI-015', duplicates)
  const other = await found('CLI-015', duplicates)

  expect([one.ended, one.message, one.check.expectations]).toEqual([undefined, '', 3])
  expect(one.check.notes.join()).toMatch(/[1-9]\d* comparisons in sequences of commands/)
  expect(one.check.uncounted).toBeGreaterThan(50)
  expect(other.check.uncounted).toBe(one.check.uncounted)
  const many = sequences(duplicates.often, 30)
  expect(firstCases(many, 9, 20)).toEqual(firstCases(many, 9, 20))
})

test('a failure is the shortest story there is, told in plain words and with what was asked', async () => {
  const { story, message, check } = await found('CLI-015', duplicates, { defect: 'duplicate-overwrites-scope' })

  expect(story).toHaveLength(3)
  expect(story[0]).toMatch(/^create client A with secret s1, scope admin/)
  expect(story[1]).toMatch(/^create client A, which exists, with secret s2, scope admin and user/)
  expect(story[2]).toBe('read A')
  expect(message).toContain('expected  scope is ["admin"]')
  expect(message).toContain('besides   after each change of a client it is read')
  expect(check.exchanges.filter(({ phase }) => phase === 'act').length).toBeGreaterThan(2)
  expect(scriptOf(check)).toMatch(/call -X POST \\\n.*oauth2-clients'/)
})

test('a failure is repeated by its seed and path', async () => {
  const plot = { often: ['start', 'delete'], watches: ['record'] } as const
  const options = { defect: 'deleted-in-rotation-lives-on' }
  const { message, story } = await found('CLI-048', plot, options)
  const [, seed = '', path = '', grep = ''] =
    /FUZZ_SEED=(\d+) FUZZ_PATH='([\d:]+)' npm run conformance -- --grep '(.*)'/.exec(message) ?? []

  expect('clients CLI-048 · rule @CLI-048 @MUST @fuzz @sequence').toMatch(new RegExp(grep))
  const again = await found('CLI-048', plot, options, { FUZZ_SEED: seed, FUZZ_PATH: path })
  expect(again.story).toEqual(story)
  expect(story.slice(1)).toEqual(['start a rotation of A to s2', 'delete A', 'read A'])
  expect(again.check.uncounted).toBe(0)
})

test('no secret is in a story or a script', async () => {
  const plot = { often: ['start', 'start', 'patch in rotation', 'retire'], watches: ['secrets'] } as const
  const { message, check, story } = await found('ROT-006', plot, { defect: 'second-rotation-readmits' })
  const secrets = check.exchanges.flatMap(({ request }) => request.basic?.[1] ?? [])

  expect(story.slice(1)).toEqual([
    'start a rotation of A to s2',
    'retire the primary secret of A',
    'start a rotation of A to s3',
    'ask for a token of A with s1, a retired secret',
  ])
  expect(secrets.length).toBeGreaterThan(0)
  for (const secret of secrets) expect(message + scriptOf(check)).not.toContain(secret)
})

test('what another requirement promises is not judged: the check is blocked by it', async () => {
  const { ended, message } = await found('ROT-006', { often: ['retire'] }, { defect: 'rotation-answered-200' })

  expect(message).toBe('')
  expect(String(ended)).toBe('Trouble: blocked by ROT-001: 3 of 3 sequences of commands ended early')
})

test('a sequence begins with client A and has many commands, of the kind asked for', () => {
  const many = firstCases(sequences(['revoke'], 30), 3, 200)
  const kinds = many.flat().map(command => command.do)
  const firstClient = (sequence: readonly Command[]) =>
    sequence.flatMap(command => ('client' in command ? command.client : []))[0] ?? names[0]

  expect(new Set(many.map(firstClient))).toEqual(new Set(['A']))
  expect(kinds.length / many.length).toBeGreaterThan(12)
  expect(kinds.filter(kind => kind === 'revoke').length).toBeGreaterThan(kinds.length / 3)
  expect(Math.max(...many.map(({ length }) => length))).toBeLessThanOrEqual(30)
})
