import { expect, test } from '@playwright/test'
import * as fc from 'fast-check'
import { mask, replaceSecrets } from '../harness/redact'
import { derived, knownSecrets, learn, nameOf, secret } from '../harness/secret-book'
import { spellings } from '../harness/spellings'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')
const base64url = (text: string) => Buffer.from(text, 'utf8').toString('base64url')
const escapedToAscii = (text: string) =>
  JSON.stringify(text).replaceAll(/[\u007F-\uFFFF]/g, unit => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)

const entities: Readonly<Record<string, string>> = {
  '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;',
} // prettier-ignore

/** Every way in which text ends up in a report, and how an attentive reader finds a value in it. */
const carriers: Readonly<Record<string, (value: string) => string>> = {
  'as it is': value => `secret ${value}.`,
  'in JSON': value => JSON.stringify({ secret: value }),
  'in JSON of ASCII': value => escapedToAscii(value),
  'in a URL': value => `https://t.example/?s=${encodeURIComponent(value)}&t=1`,
  'in a URL with small letters': value =>
    encodeURIComponent(value).replaceAll(/%[0-9A-F]{2}/g, code => code.toLowerCase()),
  'in a form': value => new URLSearchParams({ client_secret: value, scope: 'a b' }).toString(),
  'in HTML': value => value.replaceAll(/[&<>"']/g, character => entities[character] ?? ''),
  'in Base64': base64,
  'in Base64 after one byte': value => base64(`x${value}!`),
  'in Base64 after two bytes': value => base64(`xx${value}!!`),
  'in Basic credentials': value => `Basic ${base64(`some-id:${value}`)}`,
  'form-encoded in Basic credentials': value => `Basic ${base64(`id:${encodeURIComponent(value)}`)}`,
  'in Base64url': value => base64url(`{"s":"${value}"}`),
  'in Base64 in a URL': value => encodeURIComponent(base64(`id:${value}`)),
}

const awkward = [
  'colon:in:it-4711', '100%25%zz+sure&x=y', 'with "quotes" and \\back', "it's $HOME `x` (1)!*", 'Grüße-Ω-💎-strasse',
  'blank in the middle', '/slash/and+plus/==', 'a.b.c.d.e.f', '<b>&amp;</b>', 'tab\tand\nline',
] as const // prettier-ignore

const kept = (carried: string, value: string) => spellings(value).filter(text => carried.includes(text))

test.describe('redaction', () => {
  for (const value of awkward)
    test(`a secret never comes out, whatever carries it: ${JSON.stringify(value)}`, () => {
      const name = learn(value, 'secret', { from: 'environment', variable: `V${value.length}` })

      for (const [carrier, carry] of Object.entries(carriers)) {
        const shown = mask(carry(value))
        expect.soft(kept(shown, value), carrier).toEqual([])
        expect.soft(shown, carrier).toContain(name)
      }
    })

  for (const [carrier, carry] of Object.entries(carriers))
    test(`any secret among any text is replaced ${carrier}`, () => {
      const anySecret = fc
        .string({ unit: 'grapheme', minLength: 8, maxLength: 40 })
        .map(text => `${text}#${text.length}kZ9`)
      fc.assert(
        fc.property(anySecret, fc.string(), fc.string(), (value, before, after) => {
          learn(value, 'any', { from: 'shell', expression: "''" })
          expect(kept(mask(carry(before + value + after)), value)).toEqual([])
          expect(mask(before + carry(value) + after)).toContain('${')
        }),
        { numRuns: 60 },
      )
    })

  test('the payload and the signature of a token are secrets of their own, its header is not', () => {
    const header = base64url('{"alg":"RS256","typ":"JWT"}')
    const payload = base64url('{"sub":"some-client","jti":"6f1c"}')
    const signature = base64url('0123456789abcdef0123456789abcdef')
    const name = learn(`${header}.${payload}.${signature}`, 'token', { from: 'environment', variable: 'TOKEN' })

    expect(mask(`Bearer ${header}.${payload}.${signature}`)).toBe(`Bearer \${${name}}`)
    expect(mask(`${payload} and ${signature}`)).toBe(`\${${name} as payload} and \${${name} as signature}`)
    expect(mask(`${header}.${base64url('{"sub":"else"}')}.`)).toContain(header)
  })

  test('secrets made and derived by a check are replaced by their names', () => {
    const made = secret({ shape: "it's ", length: 40 })
    const forged = derived(`${made}-forged`, `"${nameOf(made)}-forged"`)

    expect(made).toHaveLength(40)
    expect(made.startsWith("it's ")).toBe(true)
    expect(mask(`a ${made} b`)).toBe(`a ${nameOf(made)} b`)
    expect(mask(`a ${forged} b`)).toBe(`a ${nameOf(forged)} b`)
    expect(secret()).not.toBe(secret())
  })

  test('the longer of two secrets that begin alike is replaced as a whole', () => {
    const short = learn('begins-alike', 'secret', { from: 'environment', variable: 'SHORT' })
    const long = learn('begins-alike-but-longer', 'secret', { from: 'environment', variable: 'LONG' })

    expect(mask('begins-alike, begins-alike-but-longer')).toBe(`\${${short}}, \${${long}}`)
  })

  test('a value that is learnt twice keeps its first name', () => {
    const first = learn('learnt-twice-1', 'secret', { from: 'environment', variable: 'FIRST' })

    expect(learn('learnt-twice-1', 'token', { from: 'environment', variable: 'SECOND' })).toBe(first)
    expect(knownSecrets().filter(({ value }) => value === 'learnt-twice-1')).toHaveLength(1)
  })

  test('short texts and texts without a secret stay as they are', () => {
    learn('admin', 'secret', { from: 'environment', variable: 'TOO_SHORT' })
    const text = 'GET /acs/token → 200, admin, "error": "invalid_client", YWRtaW4='

    expect(mask(text)).toBe(text)
    expect(spellings('admin')).toEqual([])
    expect(mask('')).toBe('')
  })

  test('each spelling is told apart, so that a script can spell it again', () => {
    learn('spelt/so "or" so', 'secret', { from: 'environment', variable: 'SPELT' })
    const found = (text: string) => {
      const spelt: string[] = []
      replaceSecrets(text, (name, spelling) => `${spelt.push(`${name} ${spelling}`)}`)
      return spelt
    }

    expect(found('spelt/so "or" so')).toEqual(['SPELT plain'])
    expect(found(JSON.stringify(['spelt/so "or" so']))).toEqual(['SPELT json'])
    expect(found(encodeURIComponent('spelt/so "or" so'))).toEqual(['SPELT url'])
    expect(found('s=spelt%2Fso+%22or%22+so')).toEqual(['SPELT form'])
    expect(found(base64('id:spelt/so "or" so'))).toEqual(['SPELT base64'])
  })

  test('a text is read in one go, however many secrets are known', () => {
    for (let count = 0; count < 3_000; count++) secret()
    const text = 'nothing to hide here '.repeat(500)
    mask(text)

    const begun = performance.now()
    for (let time = 0; time < 20; time++) mask(text)

    expect((performance.now() - begun) / 20, 'milliseconds for 10,000 characters').toBeLessThan(20)
  })
})
