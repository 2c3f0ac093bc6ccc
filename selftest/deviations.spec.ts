import { expect, test } from '@playwright/test'
import type { PlacedDeviation } from '../reporters/deviations/deviation'
import { readDeviations } from '../reporters/deviations/read'
import { signatureOf } from '../reporters/deviations/signature'
import { entriesAsYaml, entriesToAccept } from '../reporters/deviations/to-accept'
import { renderConsole } from '../reporters/render/console'
import { uncoloured } from '../reporters/render/paint'
import { broke, checkOf, concluded, said, sampleCatalogue, type Seen } from './reports-samples'

const lines = (received: string, exchange = 'exchange 2 of 2', name = 'cfh-1a2b-x') =>
  `TOK-005 · expires_in is the lifetime in seconds · a 7-minute client\n  expected  between 390 and 420 for ${name}\n  received  ${received}    POST /acs/token → 200, ${exchange}\n  sent      POST /acs/token · Basic ${name}:\${secret_3}\n  says      guide#step-2`

const twist = 'a 7-minute client'
const violated = (received = '7'): Seen => [
  checkOf('TOK-005', twist),
  said('TOK-005', 'fail', { message: lines(received) }),
]
const holds = (id: string, of = ''): Seen => [checkOf(id, of), said(id, 'pass')]

const entry = (rest: Partial<PlacedDeviation> = {}): PlacedDeviation => ({
  requirement: 'TOK-005', check: twist, signature: signatureOf(lines('7'), '127.0.0.1'), tenant: '127.*', reason: 'rounded',
  link: 'https://tickets.example/1', owner: 'identity team', expires: '2026-01-31', line: 3, ...rest,
}) // prettier-ignore

const should: Seen = [checkOf('TOK-014'), said('TOK-014', 'fail', { message: 'expected a, received b' })]
const shouldEntry = entry({ requirement: 'TOK-014', check: '', signature: signatureOf('expected a, received b', null) })

// the entry and what was seen → state of the entry, verdict of its requirement, verdict of the run
const rows: readonly (readonly [name: string, entry: PlacedDeviation, seen: readonly Seen[], state: string | undefined, verdict: string, run: string])[] = [
  ['the failure that is known', entry(), [violated()], 'applied', 'deviation', 'conformant'],
  ['any check of the requirement', entry({ check: '*' }), [violated(), holds('TOK-005', 'other')], 'applied', 'deviation', 'conformant'],
  ['on its last day', entry({ expires: '2026-01-02' }), [violated()], 'applied', 'deviation', 'conformant'],
  ['a day too late', entry({ expires: '2026-01-01' }), [violated()], 'expired', 'fail', 'non-conformant'],
  ['a different failure of the same check', entry(), [violated('8')], 'not seen', 'fail', 'non-conformant'],
  ['the same failure of another check', entry({ check: 'another' }), [violated(), holds('TOK-005', 'another')], 'not seen', 'fail', 'non-conformant'],
  ['the failure beside an unknown one', entry(), [violated(), [checkOf('TOK-005', 'b'), said('TOK-005', 'fail', { message: 'x' })]], 'applied', 'fail', 'non-conformant'],
  ['a failure that is gone', entry(), [holds('TOK-005', twist)], 'not seen', 'pass', 'non-conformant'],
  ['a failure that is gone, expired as well', entry({ expires: '2025-01-01' }), [holds('TOK-005', twist)], 'not seen', 'pass', 'non-conformant'],
  ['a check that was not made', entry(), [holds('CLI-001')], 'not run', 'untested', 'conformant'],
  ['a check that was skipped', entry(), [holds('CLI-001'), [checkOf('TOK-005', twist), said('TOK-005', 'skipped', { message: 'off' })]], 'not run', 'skipped', 'conformant'],
  ['a check that could not be judged', entry(), [[checkOf('TOK-005', twist), said('TOK-005', 'inconclusive', { message: lines('7') })]], 'not run', 'inconclusive', 'inconclusive'],
  ['a check that broke', entry(), [[checkOf('TOK-005', twist), broke(lines('7'))]], 'not run', 'inconclusive', 'inconclusive'],
  ['one of several checks could not be judged', entry({ check: '*' }), [holds('TOK-005', 'a'), [checkOf('TOK-005', 'b')]], 'not run', 'inconclusive', 'inconclusive'],
  ['another tenant', entry({ tenant: '*.example.com' }), [violated()], undefined, 'fail', 'non-conformant'],
  ['a SHOULD', shouldEntry, [should], 'applied', 'deviation', 'conformant'],
] // prettier-ignore

for (const [name, known, seen, state, verdict, run] of rows)
  test(`deviation: ${name}`, () => {
    const found = concluded(seen, { known: [known] })

    expect(found.deviations.map(one => one.state)).toEqual(state === undefined ? [] : [state])
    expect(found.requirements.find(({ id }) => id === known.requirement)?.verdict).toBe(verdict)
    expect(found.verdict).toBe(run)
  })

test('what a verdict rests on is said: accepted, expired, and gone', () => {
  const wording = (...known: readonly PlacedDeviation[]) => {
    const found = concluded([violated(), holds('CLI-001')], { known })
    return `${found.reason}\n${renderConsole(found, sampleCatalogue, [], uncoloured)}`
  }

  expect(wording(entry())).toMatch(
    /beyond 1 accepted deviation\n[^]*accepted {2}1, the next expires on 2026-01-31, in 29 days/,
  )
  expect(wording(entry({ expires: '2025-12-31' }))).toContain('was accepted until 2025-12-31: the failure stands')
  expect(wording(entry(), entry({ requirement: 'CLI-001', check: '', line: 12 }))).toMatch(
    /^1 accepted deviation is not seen any more: remove CLI-001 in line 12 from deviations\.yaml\n/,
  )
})

test('an entry for any check is not called gone by one shard alone', () => {
  const [part, whole] = [{ current: 1, total: 2 }, null].map(shard =>
    concluded([holds('TOK-005')], { known: [entry({ check: '*' })], shard }),
  )

  expect([part?.deviations[0]?.state, whole?.deviations[0]?.state]).toEqual(['not run', 'not seen'])
})

test('a signature is the same for the same finding, and another for another', () => {
  const first = signatureOf(lines('7'), 'acme.example.com')
  const same = [
    lines('7', 'exchange 4 of 9'),
    lines('7', undefined, 'cfh-9z9z-y'),
    lines('7').replace('says      guide#step-2', 'says      rfc6749#5.1'),
    lines('7').replace('secret_3', 'secret_8'),
  ]
  const others = [
    lines('8'),
    lines('7').replace('POST /acs/token → 200', 'POST /acs/token → 201'),
    lines('7').replace('390', '391'),
  ]

  expect(same.map(text => signatureOf(text, 'acme.example.com'))).toEqual(same.map(() => first))
  expect(new Set([first, ...others.map(text => signatureOf(text, null))]).size).toBe(1 + others.length)
  expect(first).toMatch(/^[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}$/)
})

test('addresses, ids and times of a run are not part of a signature; statuses and other hosts are', () => {
  const sign = (text: string, host: string | null = 'localhost') =>
    signatureOf(`  expected  x\n  received  ${text}`, host)

  expect(sign('https://localhost:4711/a')).toBe(sign('https://localhost:4712/a'))
  expect(sign('https://acme.example.com/a', 'acme.example.com')).toBe(
    sign('https://beta.example.com/a', 'beta.example.com'),
  )
  expect(sign('exp 1767323045, 12.5 ms')).toBe(sign('exp 1767329999, 9.25 ms'))
  expect(sign('"0a0b0c0d-0001-0002-0003-0a0b0c0d0e0f"')).toBe(sign('"1a0b0c0d-0001-0002-0003-0a0b0c0d0e0f"'))
  expect(sign('https://evil.example.com/a')).not.toBe(sign('https://other.example.com/a'))
  expect(sign('401')).not.toBe(sign('500'))
})

test('a failing run gives entries to paste, which count once somebody answers for them', () => {
  const found = concluded([
    violated(),
    [checkOf('TOK-009'), said('TOK-009', 'fail', { message: 'x' })],
    should,
    holds('CLI-001'),
  ])
  const yaml = entriesAsYaml(entriesToAccept(found, sampleCatalogue))
  const known = (id: string) => sampleCatalogue.some(one => one.id === id)
  const filled = yaml
    .replaceAll('reason: ""', 'reason: known')
    .replaceAll('link: ""', 'link: https://tickets.example/2')
    .replaceAll('owner: ""', 'owner: identity team')

  expect(() => readDeviations(yaml, 'deviations.yaml', known)).toThrow(/line 5: entry 1, reason is empty: put why/)
  const again = concluded([violated(), [checkOf('TOK-009'), said('TOK-009', 'fail', { message: 'x' })]], {
    known: readDeviations(filled, 'deviations.yaml', known),
  })
  expect(
    again.deviations.map(({ requirement, state, daysLeft, line }) => [requirement, state, daysLeft, line]),
  ).toEqual([
    ['TOK-005', 'applied', 30, 1],
    ['TOK-009', 'applied', 30, 9],
  ])
  expect(again.verdict).toBe('conformant')
})
