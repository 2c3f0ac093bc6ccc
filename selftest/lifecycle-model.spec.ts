import { expect, test } from '@playwright/test'
import { afterAct } from '../harness/lifecycle/after-acts'
import { afterQuestion } from '../harness/lifecycle/after-questions'
import { memberNames, type Command, type Members } from '../harness/lifecycle/command'
import type { Seen } from '../harness/lifecycle/promise'
import { promisesOf } from '../harness/lifecycle/promises'
import type { View } from '../harness/lifecycle/questions'
import { comesTo, rehearse } from '../harness/lifecycle/rehearse'
import { beginning, type State } from '../harness/lifecycle/state'
import { towards } from '../harness/lifecycle/towards'
import type { RequirementId } from '../specs'

const members: Members = {
  scope: ['admin'],
  grant_types: ['client_credentials'],
  access_token_ttl: 60,
  rule_set_names: ['TENANT_ADMIN', 'READ_ONLY_TENANT_ADMIN'],
  redirect_uris: [],
  post_logout_redirect_uris: [],
}

const create: Command = { do: 'create', client: 'A', members, hasSecret: true }
const ask: Command = { do: 'ask', client: 'A', back: 0 }
const use: Command = { do: 'use', back: 0 }
const on = (kind: 'start' | 'retire' | 'delete' | 'delete again' | 'start again' | 'retire idle'): Command => ({
  do: kind,
  client: 'A',
})
const rules = (names: readonly string[], spares = false): Command => ({
  do: 'patch',
  client: 'A',
  change: ['rule_set_names', names],
  spares,
  inRotation: false,
})

const replied = (status: number, body: Readonly<Record<string, unknown>> = {}): Seen => ({
  status,
  size: 1,
  at: pointer => body[pointer.slice(1)],
})

/** What is promised after these commands, each of them answered as promised. */
const after = (...commands: readonly Command[]): State => rehearse(commands).state

/** Whose promise it is that a secret works, or that it does not. */
const secretAt = (state: State, secret: number | 'wrong') => {
  const [promised] = promisesOf(state, { do: 'ask', client: 'A', secret }, replied(200), '')
  return `${promised?.by} ${promised?.holds ? 'works' : 'is refused'}`
}

const tokenAt = (state: State) => {
  const [promised] = promisesOf(state, { do: 'use', client: 'A', token: 0 }, replied(200), '')
  return `${promised?.by} ${promised?.holds ? 'is good' : 'is refused'}`
}

test('secrets: which ones work, and whose promise that is', () => {
  expect(secretAt(after(create), 0)).toBe('CLI-009 works')
  expect(secretAt(after(create), 'wrong')).toBe('CLI-009 is refused')
  const running = after(create, ask, on('start'))
  expect([secretAt(running, 0), secretAt(running, 1)]).toEqual(['ROT-002 works', 'ROT-002 works'])
  const refused = after(create, on('start'), ask, on('start again'))
  expect([secretAt(refused, 1), secretAt(refused, 2)]).toEqual(['ROT-005 works', 'ROT-005 is refused'])
  const over = after(create, on('start'), on('retire'))
  expect([secretAt(over, 0), secretAt(over, 1)]).toEqual(['ROT-006 is refused', 'ROT-006 works'])
  expect(secretAt(after(create, ask, on('retire idle')), 0)).toBe('ROT-007 works')
  expect(secretAt(after(create, on('delete')), 0)).toBe('CLI-050 is refused')
  const second = after(create, on('delete'), create)
  expect([secretAt(second, 0), secretAt(second, 1)]).toEqual(['CLI-051 is refused', 'CLI-051 works'])
})

test('a secret that may have been spoilt by two changes is nobody in particular’s promise', () => {
  expect(secretAt(after(create, ask, on('start'), rules(['TENANT_ADMIN'])), 0)).toBe('unclear works')
  expect(secretAt(after(create, ask, on('start'), on('retire'), ask, rules(['TENANT_ADMIN'])), 1)).toBe('CLI-036 works')
})

test('tokens: what ends them, what does not, and what is left open', () => {
  const fewer = ['READ_ONLY_TENANT_ADMIN']
  expect(tokenAt(after(create, ask))).toBe('TOK-010 is good')
  expect(tokenAt(after(create, ask, { do: 'revoke', back: 0 }))).toBe('REV-002 is refused')
  expect(tokenAt(after(create, ask, use, rules(fewer)))).toBe('CLI-044 is refused')
  expect(tokenAt(after(create, ask, use, rules(fewer, true)))).toBe('CLI-045 is good')
  expect(tokenAt(after(create, ask, use, on('start'), use, on('retire')))).toBe('ROT-017 is good')
  expect(tokenAt(after(create, ask, use, on('start'), on('retire')))).toBe('unclear is good')

  const life = (...commands: readonly Command[]) => after(create, ask, ...commands).tokens[0]?.life.value
  expect(life(on('delete'))).toBe('open')
  expect(life(ask, { do: 'revoke', back: 0 })).toBe('open')
  expect(life({ do: 'patch', client: 'A', change: ['scope', ['user']], spares: false, inRotation: false })).toBe('open')
  expect(life(rules(fewer), rules(members.rule_set_names))).toBe('open')
})

test('a token refused with 401 stays refused, whatever rule sets come back', () => {
  const removed = after(create, ask, rules(['READ_ONLY_TENANT_ADMIN']))
  const back = {
    do: 'patch',
    client: 'A',
    change: ['rule_set_names', members.rule_set_names],
    spares: false,
    inRotation: false,
  } as const
  const question = { do: 'use', client: 'A', token: 0 } as const
  const life = (status: number) =>
    afterAct(afterQuestion(removed, question, replied(status)), back).tokens[0]?.life.value

  expect([life(401), life(403)]).toEqual(['dead', 'open'])
})

test('readers see the members that were set last, each with its own promise', () => {
  const state = after(create, { do: 'read', client: 'A' }, rules(['TENANT_ADMIN']))
  const promised = promisesOf(state, { do: 'read', client: 'A' }, replied(200, { ...members, access_token_ttl: 5 }), '')
  const wrong = promised.filter(({ holds }) => !holds)

  expect(promised).toHaveLength(memberNames.length + 2)
  expect(wrong.map(({ by, expected, received }) => [by, expected, received])).toEqual([
    ['CLI-036', 'access_token_ttl is 60', 'access_token_ttl is 5'],
    ['CLI-035', 'rule_set_names is ["TENANT_ADMIN"]', 'rule_set_names is ["TENANT_ADMIN","READ_ONLY_TENANT_ADMIN"]'],
  ])
})

test('what a command needs comes first, and what makes no sense is passed over', () => {
  const way = (state: State, command: Command) => towards(state, command)?.step.do
  expect(way(beginning, on('retire'))).toBe('create')
  expect(way(after(create), on('retire'))).toBe('start')
  expect(way(after(create, on('start')), on('retire'))).toBe('retire')
  expect(way(after(create, on('start')), on('start'))).toBeUndefined()
  expect(way(after(create), create)).toBe('delete')
  expect(way(beginning, { do: 'revoke again', back: 0 })).toBe('create')
  expect(way(after(create), { do: 'revoke again', back: 0 })).toBe('ask')
  expect(way(after(create, ask), { do: 'revoke again', back: 0 })).toBe('revoke')
  expect(after(create, on('delete again')).clients.A?.isThere).toMatchObject({ value: false, base: 'CLI-048' })
})

test('a rehearsal tells whether a sequence comes to what is to be judged', () => {
  const comes = (commands: readonly Command[], subject: RequirementId, watches: readonly View[] = []) =>
    comesTo(commands, { subject, watches })
  expect(comes([on('retire')], 'ROT-006')).toBe(true)
  expect(comes([on('start')], 'ROT-006')).toBe(false)
  expect(comes([{ do: 'revoke', back: 0 }], 'REV-002')).toBe(true)
  expect(comes([create, on('delete')], 'CLI-051')).toBe(false)
  expect(rehearse([{ do: 'revoke again', back: 0 }]).steps.map(step => step.do)).toEqual([
    'create', 'ask', 'revoke', 'revoke again',
  ]) // prettier-ignore
})

test('a rehearsal looks at what the run will look at: only then is it known whose promise a token is', () => {
  const commands = [create, ask, on('start'), on('retire')]
  const comes = (watches: readonly View[]) => comesTo(commands, { subject: 'ROT-017', watches })

  expect(comes([])).toBe(false)
  expect(comes(['tokens'])).toBe(true)
})
