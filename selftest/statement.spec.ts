import { expect, test } from '@playwright/test'
import type { StatementData } from '../reporters/statement/data'
import { statementMarkdown } from '../reporters/statement/markdown'
import { statementHtml } from '../reporters/statement/page'
import { fateOf, greenResult, sha, withRequirement } from './gate-samples'
import { dataOf, mixedResult } from './statement-samples'

const part = (page: string, id: string) => {
  const [, rest = ''] = page.split(`<section id="${id}"`)
  return rest.split('</section>')[0] ?? ''
}

/** What a reader sees, in order, without the looks and the script. */
const read = (markup: string) =>
  markup.replaceAll(/<(style|script)[\s\S]*?<\/\1>|<[^>]*>/g, ' ').replaceAll(/\s+/g, ' ')

test('the first words are the verdict, the target and who it says it is', () => {
  const fingerprint = { issuers: ['https://one.example.com', 'https://two.example.com'], keyIds: ['key-7'] }

  const text = read(
    statementHtml(dataOf({ ...mixedResult, verdict: 'non-conformant', reason: 'two', fingerprint, seed: 7 })),
  )

  expect(text).toMatch(/release statement Non-conformant two https:\/\/acme\.staging\.example\.com/)
  expect(text).toContain('Issuers (2 different ones) https://one.example.com , https://two.example.com')
  expect(text).toContain('Key id key-7')
  expect(text).toContain(sha)
  expect(text).toContain('Seed 7')
})

test('what failed comes before everything else, with what was expected and received, its sources and its script', () => {
  const { checks = [] } = mixedResult.requirements.find(({ id }) => id === 'TOK-005') ?? {}
  const title = checks[0]?.title ?? ''
  const evidence = {
    scripts: new Map([[title, { text: `curl 'a' && echo "<b>"\n` }]]),
    places: new Map([[title, '/4711']]),
  }

  const page = statementHtml(dataOf(mixedResult, { evidence, hasAllure: true }))

  const failed = part(page, 'failed')
  expect(failed).toContain('<dt>expected</dt>')
  expect(read(failed)).toMatch(/expected status 200 received status 500 \(POST \/acs\/token → 500, exchange 2 of 2\)/)
  expect(failed).toContain('docs/index.md#step-2')
  expect(failed).toContain(`curl 'a' &amp;&amp; echo "&lt;b&gt;"\n</pre`)
  expect(failed).toContain('href="allure-report/index.html#/4711"')
  expect(failed.indexOf('id="failed-TOK-005"')).toBeLessThan(failed.indexOf('1 requirement with a warning'))
  expect(failed.indexOf('1 requirement with a warning')).toBeLessThan(
    failed.indexOf('1 requirement could not be judged'),
  )
  expect(page.indexOf('id="failed"')).toBeLessThan(page.indexOf('id="untested"'))
})

test('roots come first, and what they block is not told one by one', () => {
  const root = {
    requirement: 'TOK-001',
    verdict: 'fail',
    checks: 1,
    requirements: 1,
    text: 'TOK-001 fails: 1 check',
  } as const
  const { checks: [check] = [] } = mixedResult.requirements.find(({ id }) => id === 'REV-001') ?? {}
  const blocked = check ? [{ ...check, blockedBy: 'TOK-001' }] : []

  const failed = part(
    statementHtml(dataOf({ ...withRequirement(mixedResult, 'REV-001', { checks: blocked }), roots: [root] })),
    'failed',
  )

  expect(failed.indexOf('Roots')).toBeLessThan(failed.indexOf('failed-TOK-005'))
  expect(read(failed)).toContain('1 requirement blocked by a root')
  expect(failed).not.toContain('id="failed-REV-001"')
})

test('what is untested is listed before anything is said in percent', () => {
  const text = read(statementHtml(dataOf(mixedResult)))

  const untested = text.indexOf('needs an HTTP/2 connection')
  expect(untested).toBeGreaterThan(0)
  expect(text.indexOf(' %')).toBeGreaterThan(untested)
})

test('a result of an earlier version says what it does not know', () => {
  const { format, verdict, reason, target, startedAt, durationMs, requirements } = greenResult

  const page = statementHtml(dataOf({ format, verdict, reason, target, startedAt, durationMs, requirements }))

  const text = read(page)
  for (const words of [
    'no reply told an issuer or a key',
    'version not known, commit not known',
    'The gate was not asked about these results.',
    'These results do not record which operations were asked.',
    'unproven: no kill matrix beside these results',
    'No scan was recorded.',
    'Nobody counted what the run has left on the tenant.',
    'Requests were not counted.',
  ])
    expect(text, words).toContain(words)
})

const whole: StatementData = dataOf(
  {
    ...mixedResult,
    deviations: [fateOf('TOK-012', { expires: '2026-03-09', daysLeft: 7 })],
    operations: [
      { operation: 'POST /acs/token', documented: ['200', '400'], observed: { '200': 1_234, closed: 2 } },
      { operation: 'other', documented: [], observed: { '404': 1 } },
    ],
  },
  {
    proof: { proven: new Set(['TOK-005']), source: 'proof.json beside these results' },
    gate: {
      answer: 'no-go',
      policy: 'release',
      decidedAt: '2026-03-02T12:00:00.000Z',
      objections: [{ rule: 'levels', answer: 'no-go', text: '2 MUST requirements violated' }],
    },
  },
)

test('gate, operations, deviations, proof and traces each have their place', () => {
  const page = statementHtml(whole)

  expect(read(part(page, 'run'))).toContain('The gate answers no-go under the policy release')
  expect(read(part(page, 'operations'))).toContain('POST /acs/token 200 × 1,234 400 closed × 2')
  expect(read(part(page, 'operations'))).toContain(
    '1 of 1 operations were asked, and 1 of their 2 documented statuses came',
  )
  expect(read(part(page, 'deviations'))).toContain('2026-03-09 7 days')
  expect(read(part(page, 'proof'))).toMatch(/ 1 of \d+ checked requirements are proven/)
  expect(read(part(page, 'secrets'))).toContain(
    'No secret of the run stands in what it has written; 12 files searched.',
  )
  expect(read(part(page, 'requests'))).toContain('4,000 requests by all checks')
})

test('a release ticket gets the same facts as text', () => {
  const text = statementMarkdown(whole)

  expect(text).toMatch(/^## conformant\n/)
  expect(text).toContain('**TOK-005** (MUST)')
  expect(text).toContain('| Gate | no\\-go \\(policy release\\) |')
  expect(text).toContain('### Untested')
  expect(text).toContain('### Areas')
  expect(text).toContain('**Left on the tenant:** nothing')
  expect(text).toContain('**Secret scan:** No secret of the run')
})
