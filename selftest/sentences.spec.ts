import { expect, test } from '@playwright/test'
import { readings, requirement, requirementIds, unchecked } from '../specs'

const longest = 220

/** What is wrong with a sentence of ours, in a few words each; empty when it states a fact. */
const faults = (sentence: string): string[] => [
  ...(/\bshould\b/i.test(sentence) ? ['says "should": state what is so'] : []),
  ...(/\btest(s|ed)? that\b|\bcheck(s|ed)? that\b/i.test(sentence) ? ['speaks about testing: state what is so'] : []),
  ...(sentence.length > longest ? [`has ${sentence.length} characters, more than ${longest}`] : []),
  ...(/[.!]$/.test(sentence) ? ['ends like a sentence in prose: drop the period'] : []),
  ...(sentence !== sentence.trim() || sentence === '' ? ['is empty or has blanks around it'] : []),
  ...(/\b(TODO|FIXME|TBD)\b/.test(sentence) ? ['is not finished'] : []),
]

const found = (sentences: readonly (readonly [name: string, sentence: string])[]): string[] =>
  sentences.flatMap(([name, sentence]) => faults(sentence).map(fault => `${name} ${fault}`))

const repeated = (sentences: readonly string[]): string[] =>
  sentences.filter((sentence, index) => sentences.indexOf(sentence) !== index)

const rules = requirementIds.map(id => [id, requirement(id).rule] as const)

test.describe('sentences', () => {
  test('rules state facts and are unique', () => {
    expect(found(rules)).toEqual([])
    expect(repeated(rules.map(([, rule]) => rule.toLowerCase()))).toEqual([])
  })

  test('reasons for having no check state facts', () => {
    expect(found(Object.entries(unchecked))).toEqual([])
  })

  test('readings state facts, and no title is used twice', () => {
    const titles = Object.entries(readings).map(([id, { title }]) => [id, title] as const)
    expect(found(titles)).toEqual([])
    expect(Object.values(readings).filter(({ accepts }) => /\bshould\b|\.$/.test(accepts))).toEqual([])
    expect(repeated(titles.map(([, title]) => title))).toEqual([])
  })

  test('tolerances end without a period and are not empty', () => {
    const tolerances = requirementIds.map(id => requirement(id).tolerates).filter(text => text !== undefined)
    expect(tolerances.filter(text => /^(none|-)?$/i.test(text) || text.endsWith('.'))).toEqual([])
  })

  for (const [slip, sentence] of [
    ['should', 'The server should answer'],
    ['test that', 'Test that the server answers'],
    ['length', 'x'.repeat(longest + 1)],
    ['period', 'The server answers.'],
    ['blanks', ' The server answers'],
    ['nothing', ''],
  ] as const)
    test(`the linter refuses a bad sentence: ${slip}`, () => {
      expect(faults(sentence)).toHaveLength(1)
    })

  test('the linter accepts a good sentence and finds a repeated one', () => {
    expect(faults('The server answers')).toEqual([])
    expect(faults('The server answers 3.5 times')).toEqual([])
    expect(repeated(['a', 'b', 'a'])).toEqual(['a'])
  })
})
