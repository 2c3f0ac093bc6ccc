import { expect, test } from '@playwright/test'
import { hostileClients } from '../harness/fuzz/client-cases'
import { firstCases } from '../harness/fuzz/shrink'

const marker = 'a-marker-secret-of-some-length'
const cases = firstCases(hostileClients('cfh-run-w0-1', marker), 3, 2_000)
const texts = cases.map(({ body }) => Buffer.from(body).toString('latin1'))

const kinds: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['doubled names', /"scope":.*"scope":/s],
  ['lists nested 10,000 deep', /\[{10000}/],
  ['objects nested 10,000 deep', /(\{"a":){10000}/],
  ['numbers beyond all types', /:1e400/],
  ['numbers of 400 digits', /:10{400}/],
  ['bytes that are no UTF-8', /\xff/],
  ['overlong encodings', /\xc0\x80/],
  ['encoded surrogates', /\xed\xa0\x80/],
  ['lone surrogates as escapes', /\\ud800"/],
  ['control characters', /\x1b/],
  ['NULs', /\x00/],
  ['prototype names', /"__proto__":/],
  ['constructors', /"constructor":/],
  ['byte order marks', /^\xef\xbb\xbf/],
  ['texts of a megabyte', /a{1000000}/],
  ['garbage behind the end', /\}garbage$/],
  ['comments', /\/\* a client \*\//],
  ['single quotes', /'client_id'/],
  ['two documents', /\}\{"client_id"/],
  ['numbers that are none', /:NaN/],
]

test.describe('hostile bodies', () => {
  for (const [what, pattern] of kinds)
    test(`have ${what}`, () => {
      expect(texts.filter(text => pattern.test(text)).length).toBeGreaterThan(0)
    })

  test('are cut at many places', () => {
    const lengths = cases.filter(({ slip }) => slip.startsWith('the body ends')).map(({ body }) => body.length)
    expect(new Set(lengths).size).toBeGreaterThan(20)
  })

  test('carry a secret mostly', () => {
    expect(texts.filter(text => text.includes(marker)).length).toBeGreaterThan(texts.length / 2)
  })

  test('are rarely large', () => {
    expect(cases.filter(({ body }) => body.length > 900_000).length).toBeLessThan(cases.length / 20)
  })

  test('say what is wrong with them', () => {
    expect(cases.filter(({ slip }) => !/^\S+ .+/.test(slip))).toEqual([])
  })
})
