import type { Result } from '../result'
import { budgetOf, fitting, type Budget } from './budget'
import { html, nothing, type Markup } from './markup'
import { folded, label, listOf, more, wideTable, type Section } from './section'
import { counted } from './words'

/** Bytes for what is found, for all choices, and for all traits. */
const room = { findings: 40_000, choices: 120_000, traits: 30_000 }

type Choices = NonNullable<Result['choices']>
type Findings = NonNullable<Result['findings']>

const keyOf = ({ ambiguity, question }: Pick<Choices[number], 'ambiguity' | 'question'>) => `${ambiguity}\n${question}`

/** What kind of finding there is about a question, by ambiguity and question. */
const kindsIn = (findings: Findings): ReadonlyMap<string, readonly string[]> => {
  const kinds = new Map<string, string[]>()
  for (const one of findings) kinds.set(keyOf(one), [...(kinds.get(keyOf(one)) ?? []), one.kind])
  return kinds
}

const choiceRow = ({ question, answers }: Choices[number], kinds: readonly string[]): Markup =>
  html`<tr>
    <td>${question}</td>
    <td>${answers.map(({ answer }) => answer).join(' | ')} ${kinds.map(label)}</td>
  </tr>`

const group = (
  ambiguity: string,
  those: readonly Choices[number][],
  kinds: ReadonlyMap<string, readonly string[]>,
  space: Budget,
): Markup => {
  const odd = those.filter(one => kinds.has(keyOf(one))).length
  const rows = fitting(
    those,
    one => choiceRow(one, kinds.get(keyOf(one)) ?? []),
    space,
    left =>
      html`<tr>
        <td colspan="2">${more(left)}</td>
      </tr>`,
  )
  const found = odd > 0 ? `, ${counted(odd, 'finding')}` : ''
  const summary = `${ambiguity} · ${those[0]?.title ?? ambiguity} (${counted(those.length, 'answer')}${found})`
  return folded(summary, wideTable(`What the tenant does about ${ambiguity}`, ['Question', 'Answer'], rows))
}

const groups = ({ choices = [], findings = [] }: Result): readonly Markup[] => {
  const byAmbiguity = new Map<string, Choices[number][]>()
  for (const one of choices) {
    const those = byAmbiguity.get(one.ambiguity) ?? []
    byAmbiguity.set(one.ambiguity, those)
    those.push(one)
  }
  const [kinds, space] = [kindsIn(findings), budgetOf(room.choices)]
  return [...byAmbiguity].map(([ambiguity, those]) => group(ambiguity, those, kinds, space))
}

const findingList = (findings: Findings): Markup =>
  findings.length === 0
    ? nothing
    : html`<h3>Findings</h3>
        ${listOf(findings, one => html`${label(one.kind)} ${one.ambiguity}: ${one.text}`, room.findings)}`

const traitList = (traits: NonNullable<Result['traits']>): Markup => {
  const say = (one: (typeof traits)[number]) =>
    html`${one.trait} <small>in ${counted(one.checks ?? 0, 'check')}</small>`
  return traits.length === 0
    ? nothing
    : folded(`How it answers: ${counted(traits.length, 'trait')}`, listOf(traits, say, room.traits))
}

/** What the documents leave open, and what the tenant does; no verdict depends on it. */
export const tenantSection = (result: Result): Section => {
  const { choices = [], findings = [], traits = [] } = result
  const words =
    choices.length === 0
      ? 'No choice was recorded.'
      : `The documents leave these open; ${counted(choices.length, 'choice')} were seen, and none of them is judged.`
  return {
    id: 'choices',
    title: 'What this tenant chose',
    body: html`<p>${words}</p>
      ${findingList(findings)}${groups(result)}${traitList(traits)}`,
  }
}
