import type { Conformance } from '../conformance-json'
import { plain } from '../plain'
import { sawIt } from '../preflight'

/** What Allure shows beside the results of single checks: errors of the run, and files. */
export interface Globals {
  readonly errors: readonly { readonly message: string; readonly timestamp: number }[]
  readonly attachments: readonly {
    readonly name: string
    readonly type: string
    readonly source: string
    readonly timestamp: number
  }[]
}

const choicesFile = 'choices-attachment.txt'

/** How the tenant answers, as text. */
const traitsText = ({ traits }: Conformance): string =>
  [
    'How it answers',
    ...traits.map(({ trait, checks }) => `  ${trait} (in ${checks} ${checks === 1 ? 'check' : 'checks'})`),
  ].join('\n')

/** The choices of a run as text: what is open, and below it what the tenant does. */
const choicesText = ({ choices }: Conformance): string =>
  choices
    .map(({ ambiguity, title, question, answers }, index) => {
      const head = choices[index - 1]?.ambiguity === ambiguity ? '' : `${index > 0 ? '\n' : ''}${ambiguity}  ${title}\n`
      return `${head}  ${question} ${answers.map(({ answer }) => answer).join(' | ')}`
    })
    .join('\n')

const escaped = (text: string) =>
  plain(text).replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const list = (title: string, lines: readonly string[]) =>
  lines.length === 0
    ? ''
    : `<h2 style="font-weight:600;font-size:1em;margin:.8em 0 .2em">${title}</h2><ul style="margin:0;padding-left:1.2em">${lines
        .map(line => `<li>${escaped(line)}</li>`)
        .join('')}</ul>`

/** The head of the page: the verdict, what was seen before the checks, what kept checks from being judged, then the findings. */
export const pageHead = ({ verdict, reason, preflight = [], roots, findings }: Conformance): string =>
  [
    '<section style="max-width:872px;margin:1em auto;padding:0 24px;font:15px/1.5 sans-serif">',
    `<strong style="font-weight:600">${escaped(verdict.toUpperCase())}</strong> ${escaped(reason)}`,
    list(
      'Before the checks',
      preflight.map(each => `${each.step}: ${sawIt(each)}`),
    ),
    list(
      'Roots: what kept checks from being judged',
      roots.map(({ text }) => text),
    ),
    list(
      'Findings: choices that differ within the run or from the baseline; no verdict depends on them',
      findings.map(({ ambiguity, kind, text }) => `${ambiguity} ${kind}: ${text}`),
    ),
    '</section>',
  ].join('\n')

/** A page with a head in front of everything else. */
export const withHead = (html: string, head: string): string => html.replace(/<body[^>]*>/, body => `${body}\n${head}`)

/**
 * What Allure itself is told about the run as a whole: roots as errors of the run; all choices and traits as a file.
 * @returns the globals, and the texts of their files by name
 */
export const pageGlobals = (result: Conformance): { globals: Globals; files: ReadonlyMap<string, string> } => {
  const timestamp = Date.parse(result.startedAt)
  const { roots, choices, traits } = result
  const errors = roots.map(({ text }) => ({ message: plain(text), timestamp }))
  const texts = [
    ...(choices.length > 0 ? [choicesText(result)] : []),
    ...(traits.length > 0 ? [traitsText(result)] : []),
  ]
  if (texts.length === 0) return { globals: { errors, attachments: [] }, files: new Map() }
  const attachment = { name: 'What this tenant chose', type: 'text/plain', source: choicesFile, timestamp }
  return { globals: { errors, attachments: [attachment] }, files: new Map([[choicesFile, plain(texts.join('\n\n'))]]) }
}
