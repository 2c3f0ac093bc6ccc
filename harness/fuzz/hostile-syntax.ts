import * as fc from 'fast-check'
import type { Spoil } from './spoil'

const truncated: fc.Arbitrary<Spoil> = fc.nat().map(choice => good => {
  const text = JSON.stringify(good)
  const length = choice % text.length
  return { text: text.slice(0, length), slip: `the body ends after ${length} of ${text.length} characters` }
})

const rewritings: readonly (readonly [slip: string, rewrite: (text: string) => string])[] = [
  ['two documents', text => text + text],
  ['garbage behind the end', text => `${text}garbage`],
  ['a closing brace too many', text => `${text}}`],
  ['a comma at the end', text => text.replace(/\}$/, ',}')],
  ['a comma at the beginning', text => text.replace(/^\{/, '{,')],
  ['a comment', text => text.replace(/^\{/, '{/* a client */')],
  ['a comment line', text => `// a client\n${text}`],
  ['single quotes', text => text.replaceAll('"', "'")],
  ['names without quotes', text => text.replaceAll(/"(\w+)":/g, '$1:')],
  ['no colons', text => text.replaceAll('":', '" ')],
  ['not a number', text => text.replace(/^\{/, '{"access_token_ttl":NaN,')],
  ['an infinite number', text => text.replace(/^\{/, '{"access_token_ttl":-Infinity,')],
  ['a number with a leading zero', text => text.replace(/^\{/, '{"access_token_ttl":060,')],
  ['a number with a plus sign', text => text.replace(/^\{/, '{"access_token_ttl":+60,')],
  ['a hexadecimal number', text => text.replace(/^\{/, '{"access_token_ttl":0x3c,')],
  ['an unknown word', text => text.replace(/^\{/, '{"access_token_ttl":undefined,')],
  ['an unknown escape', text => text.replace(/^\{/, '{"scope":["\\x41"],')],
  ['a broken escape', text => text.replace(/^\{/, '{"scope":["\\u00"],')],
  ['XML instead of JSON', () => '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "c">]><client>&b;</client>'],
  ['a form instead of JSON', () => 'client_id=a&scope=admin&grant_types=client_credentials'],
  ['a thousand blanks around it', text => `${' '.repeat(1_000)}${text}${'\n'.repeat(1_000)}`],
  ['an open bracket 10,000 times', () => '['.repeat(10_000)],
  ['an open object 10,000 times', () => '{"a":'.repeat(10_000)],
  ['an empty body', () => ''],
  ['nothing but a blank', () => ' '],
]

const rewritten: fc.Arbitrary<Spoil> = fc
  .constantFrom(...rewritings)
  .map(([slip, rewrite]) => good => ({ text: rewrite(JSON.stringify(good)), slip }))

/** Texts that are not JSON, or only nearly. */
export const brokenSyntax: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 1, arbitrary: truncated },
  { weight: 2, arbitrary: rewritten },
)
