import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Choice } from '../harness/check-record'
import { readBaseline } from '../reporters/baseline'
import { pageGlobals, pageHead, withHead } from '../reporters/render/page'
import { baselineOf, counts, shows } from './choices-at-hand'
import { checkOf, concluded, said, type Seen } from './reports-samples'

const saw = (id: string, ...choices: readonly Choice[]): Seen => [checkOf(id), said(id, 'pass', { choices })]

const unit = 'primary_secret_auto_retires_at counts'

test.describe('choices', () => {
  test('each question is there once, with its ambiguity and the checks that saw its answers', () => {
    const { choices, findings } = concluded([
      saw('TOK-005', counts('seconds'), shows('status line 444')),
      saw('TOK-009', counts('seconds')),
    ])

    expect(choices).toMatchObject([
      { ambiguity: 'A-16', title: 'Unit of primary_secret_auto_retires_at', question: unit },
      { ambiguity: 'A-32', title: '444: a status line or a bare close', answers: [{ answer: 'status line 444' }] },
    ])
    expect(choices[0]?.answers).toEqual([
      { answer: 'seconds', checks: [checkOf('TOK-005').title, checkOf('TOK-009').title] },
    ])
    expect(findings).toEqual([])
  })

  test('what the tolerance of a requirement leaves open has the rule for its title', () => {
    const { choices } = concluded([saw('TOK-005', { ambiguity: 'CLI-001', question: 'a client is', answer: 'new' })])

    expect(choices).toMatchObject([{ ambiguity: 'CLI-001', title: 'a client is created' }])
  })

  test('what a check saw that found a MUST violated is no choice; a violated SHOULD may well be one', () => {
    const { choices } = concluded([
      [checkOf('TOK-005'), said('TOK-005', 'fail', { choices: [counts('hours')] })],
      [checkOf('TOK-014'), said('TOK-014', 'fail', { choices: [shows('status line 444')] })],
    ])

    expect(choices.map(({ ambiguity }) => ambiguity)).toEqual(['A-32'])
  })
})

test.describe('findings', () => {
  test('two answers to one question are mixed, and no verdict changes', () => {
    const found = concluded([
      saw('TOK-005', counts('seconds')),
      saw('CLI-001', counts('seconds')),
      saw('TOK-009', counts('milliseconds')),
    ])

    expect(found.findings).toEqual([
      {
        kind: 'mixed', ambiguity: 'A-16', question: unit, answers: ['seconds', 'milliseconds'],
        text: `${unit} seconds (in 2 checks) and milliseconds (in TOK-009)`,
      },
    ]) // prettier-ignore
    expect([found.verdict, found.counts.pass, found.counts.warn]).toEqual(['conformant', 3, 0])
  })

  test('another answer than in the baseline has switched', () => {
    const baseline = baselineOf(counts('seconds'), shows('status line 444'))
    const found = concluded([saw('TOK-005', counts('milliseconds'), shows('status line 444'))], { baseline })

    expect(found.findings).toEqual([
      {
        kind: 'switched', ambiguity: 'A-16', question: unit, answers: ['milliseconds'], before: ['seconds'],
        text: `${unit} milliseconds; in the baseline: seconds`,
      },
    ]) // prettier-ignore
    expect(found.baseline).toEqual({ startedAt: baseline.startedAt, target: baseline.target })
    expect(found.verdict).toBe('conformant')
  })

  test('the same answer has not switched, nor has one that only one of the runs asked for', () => {
    const baseline = baselineOf(counts('seconds'))

    expect(concluded([saw('TOK-005', counts('seconds'))], { baseline }).findings).toEqual([])
    expect(concluded([saw('TOK-005', shows('status line 444'))], { baseline }).findings).toEqual([])
  })

  test('who mixes an old answer with a new one mixes, and has not switched', () => {
    const seen = [saw('TOK-005', counts('seconds')), saw('TOK-009', counts('milliseconds'))]

    expect(concluded(seen, { baseline: baselineOf(counts('seconds')) }).findings).toMatchObject([{ kind: 'mixed' }])
  })
})

test('a result is a baseline for the next run; anything else is refused with one message', ({}, info) => {
  const folder = info.outputPath('baseline')
  mkdirSync(folder)
  const write = (name: string, value: unknown) => {
    writeFileSync(join(folder, name), JSON.stringify(value))
    return join(folder, name)
  }
  const before = concluded([saw('TOK-005', counts('seconds'))])

  const baseline = readBaseline(write('a.json', before))

  expect(concluded([saw('TOK-005', counts('hours'))], { baseline }).findings).toMatchObject([{ kind: 'switched' }])
  expect(() => readBaseline(join(folder, 'nowhere.json'))).toThrow(
    /^CONFORMANCE_BASELINE is ".*", which cannot be read/,
  )
  for (const slip of [{ choices: undefined }, { choices: [{ ambiguity: 'A-16' }] }, { format: 2 }, { target: null }])
    expect(() => readBaseline(write('b.json', { ...before, ...slip }))).toThrow(/which is no conformance\.json/)
})

const stopped = (id: string, twist: string, root: string): Seen => [
  checkOf(id, twist),
  said(id, 'inconclusive', { blockedBy: root, message: `blocked by ${root}: 500` }),
]

test.describe('roots', () => {
  const blocked = [
    stopped('TOK-005', 'a', 'CLI-001'),
    stopped('TOK-005', 'b', 'CLI-001'),
    stopped('TOK-009', '', 'CLI-001'),
  ]

  for (const [state, seen, text] of [
    ['fails', [[checkOf('CLI-001'), said('CLI-001', 'fail')]], 'CLI-001 fails'],
    ['is not checked', [], 'CLI-001 does not hold, and this run has no check of it'],
    [
      'holds now and then',
      [[checkOf('CLI-001'), said('CLI-001', 'pass')]],
      'CLI-001 holds where it is checked, and yet not always',
    ],
    ['is not judged', [[checkOf('CLI-001')]], 'CLI-001 could not be judged itself'],
  ] as const satisfies readonly (readonly [string, readonly Seen[], string])[])
    // prettier-ignore
    test(`a root that ${state} is named with what it blocks, and blocks no verdict but theirs`, () => {
      const { roots, counts: verdicts } = concluded([...seen, ...blocked])

      expect(roots).toMatchObject([{ requirement: 'CLI-001', checks: 3, requirements: 2 }])
      expect(roots[0]?.text).toBe(`${text}: 3 checks of 2 requirements could not be judged because of it`)
      expect(verdicts.fail).toBe(state === 'fails' ? 1 : 0)
    })

  test('the one that blocks most comes first, and a check says what blocked it', () => {
    const { roots, requirements } = concluded([stopped('TOK-014', '', 'DIR-001'), ...blocked])

    expect(roots.map(({ requirement }) => requirement)).toEqual(['CLI-001', 'DIR-001'])
    expect(requirements[0]?.checks[0]).toMatchObject({ status: 'inconclusive', blockedBy: 'CLI-001' })
  })
})

test('traits are counted over the run, and neither judged nor found to be mixed', () => {
  const { traits, findings, verdict } = concluded([
    [checkOf('TOK-005'), said('TOK-005', 'pass', { traits: ['b', 'a'] })],
    [checkOf('TOK-009'), said('TOK-009', 'pass', { traits: ['b'] })],
  ])

  expect(traits).toEqual([
    { trait: 'a', checks: 1 },
    { trait: 'b', checks: 2 },
  ])
  expect([findings, verdict]).toEqual([[], 'conformant'])
})

test('the page has traits beside the choices', () => {
  const page = (traits: readonly string[]) => [
    ...pageGlobals(concluded([[checkOf('TOK-005'), said('TOK-005', 'pass', { traits })]])).files.values(),
  ]

  expect(page(['bodies come in chunks'])).toEqual(['How it answers\n  bodies come in chunks (in 1 check)'])
  expect(page([])).toEqual([])
})

test('the page names roots first, then findings, and has all choices as a file', () => {
  const seen = [saw('TOK-005', counts('seconds')), saw('CLI-001', counts('hours'), shows('status line 444'))]
  const result = concluded([...seen, stopped('TOK-009', '', 'CLI-001')])
  const { globals, files } = pageGlobals(result)

  const page = withHead('<html><body class="x"><p>', pageHead(result))
  expect(page).toMatch(
    /<body class="x">\n<section .*<strong[^>]*>INCONCLUSIVE<\/strong>.*CLI-001 holds .*A-16 mixed: .*<p>$/s,
  )
  expect(globals.errors.map(({ message }) => message)).toEqual([
    expect.stringMatching(/^CLI-001 holds .*: 1 check of 1 requirement could not be judged because of it$/),
  ])
  expect(globals.attachments.map(({ source }) => files.get(source))).toEqual([
    `A-16  Unit of primary_secret_auto_retires_at\n  ${unit} hours | seconds\n\nA-32  444: a status line or a bare close\n  no response shows as status line 444`,
  ])
  expect(pageGlobals(concluded([])).globals).toEqual({ errors: [], attachments: [] })
})

test('what a tenant chose cannot write into the page', () => {
  const head = pageHead(
    concluded([saw('TOK-005', counts('<script>alert(1)</script>')), saw('CLI-001', counts('"&\u001B[31m'))]),
  )

  expect(head).not.toMatch(/<script|\u001B/)
  expect(head).toContain('&lt;script&gt;')
  expect(head).toContain('&quot;&amp;')
  expect(pageHead(concluded([]))).not.toContain('<ul')
})
