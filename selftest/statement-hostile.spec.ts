import { expect, test } from '@playwright/test'
import { statementMarkdown } from '../reporters/statement/markdown'
import { statementHtml } from '../reporters/statement/page'
import { fateOf, withRequirement } from './gate-samples'
import { dataOf, enormous, mixedResult, violated } from './statement-samples'

// Texts of a tenant, and as many of them as there can be.

const hostile = `"><script>alert(1)</script></script><!--</style> ‮evil​ &amp; \u0007 ${'`'.repeat(4)} javascript:x [a](javascript:x) | \uD800`

test('nothing that a tenant says becomes part of the page', () => {
  const deviation = fateOf('TOK-005', { reason: hostile, owner: hostile, link: 'javascript:alert(1)' })
  const message = violated(`TOK-005 ${hostile}`, hostile)
  const said = withRequirement(
    {
      ...mixedResult,
      reason: hostile,
      problem: hostile,
      target: { kind: 'tenant', baseUrl: hostile },
      fingerprint: { issuers: [hostile], keyIds: [hostile] },
      deviations: [deviation],
      choices: [{ ambiguity: 'A-01', title: hostile, question: hostile, answers: [{ answer: hostile, checks: [] }] }],
      traits: [{ trait: hostile, checks: 1 }],
      leftBehind: [{ kind: hostile, name: hostile, reason: hostile }],
    },
    'TOK-005',
    {
      note: hostile,
      checks: [{ title: hostile, status: 'fail', durationMs: 1, message, warnings: [hostile], notes: [hostile] }],
    },
  )
  const evidence = { scripts: new Map([[hostile, { text: hostile }]]), places: new Map([[hostile, `/${hostile}`]]) }

  const data = dataOf(said, { evidence, hasAllure: true })
  const page = statementHtml(data)

  expect(page.match(/<script/g)).toHaveLength(1)
  expect(page.match(/<\/script>/g)).toHaveLength(1)
  expect(page).not.toMatch(/href="(?!https?:|#|allure-report\/)/)
  expect(page).not.toMatch(/[\u0007\u200B\u202E\uD800]/)
  expect(page).toContain('⟨U+202E⟩')
  expect(page).toContain('copy it from Allure')
  const text = statementMarkdown(data)
  expect(text).not.toMatch(/<script|[\u0007\u202E\uD800]/)
  expect(text).not.toContain('](javascript')
})

test('a page asks nobody and lets nobody in', () => {
  const page = statementHtml(dataOf(mixedResult))

  expect(page).toContain(`content="default-src &#39;none&#39;; style-src`)
  expect(page).not.toMatch(/<(link|img|iframe|object|form action)|\bsrc=|@import|url\(/)
})

test('the page of 500 requirements stays under 2 MB, whatever they say', () => {
  const data = enormous(500, 20)

  const page = statementHtml(data)

  expect(Buffer.byteLength(page)).toBeLessThan(2_000_000)
  expect(page.match(/<tr id="/g)).toHaveLength(500)
  expect(page).toContain('it is in Allure')
  expect(page).toMatch(/and 4,\d{3} more: see conformance\.json/)
  expect(Buffer.byteLength(statementMarkdown(data))).toBeLessThan(1_000_000)
})
