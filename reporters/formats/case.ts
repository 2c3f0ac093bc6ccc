import { areaOf, isRequirementId, labelOf, requirement, unchecked, urlOf } from '../../specs'
import { oneLine, plain, shortened } from '../plain'
import { found } from '../render/failure'
import type { CheckOfResult, RequirementOfResult, Result } from '../result'

/** What the formats say about a requirement besides what was found. */
export interface About {
  readonly rule: string
  readonly area: string
  readonly sources: readonly { readonly label: string; readonly url: string }[]
  /** Why nothing checks it, where that is known. */
  readonly unchecked?: string
}

export type Describe = (id: string) => About

const reasons: Readonly<Partial<Record<string, string>>> = unchecked

/** What specs/ says about a requirement; an id of another version has its id for everything. */
export const fromSpecs: Describe = id => {
  if (!isRequirementId(id)) return { rule: id, area: id.slice(0, id.indexOf('-')), sources: [] }
  const { rule, says } = requirement(id)
  const { code, title } = areaOf(id)
  const reason = reasons[id]
  return {
    rule,
    area: `${code} ${title}`,
    sources: says.map(at => ({ label: labelOf(at), url: urlOf(at) })),
    ...(reason !== undefined && { unchecked: reason }),
  }
}

/** Where something is in the repository. */
export interface Place {
  readonly file: string
  readonly line: number
}

/** A requirement as formats need it: one case each. */
export interface Case extends About {
  readonly id: string
  readonly level: RequirementOfResult['level']
  readonly verdict: RequirementOfResult['verdict']
  readonly durationMs: number
  /** What is to be said about the verdict, on one line or several; empty for a plain pass. */
  readonly text: string
  /** The same on one line, at most 300 characters. */
  readonly headline: string
  readonly place?: Place
  readonly checks: readonly CheckOfResult[]
}

/** The place of a check, `suites/a.spec.ts:9`. */
export const placeOf = ({ at }: CheckOfResult): Place | undefined => {
  const [, file, line] = /^(.+):(\d+)$/.exec(at ?? '') ?? []
  return file === undefined || Number(line) < 1 ? undefined : { file, line: Number(line) }
}

/** What a check says, without anything that steers a terminal: until when it is accepted, its message, or its warnings. */
export const saidBy = ({ status, message, warnings, notes }: CheckOfResult): string => {
  const accepted = status === 'deviation' ? notes.filter(note => note.startsWith('accepted until ')) : []
  const text = plain([...accepted, message ?? warnings.join('\n')].join('\n')).trim()
  // Half a character is none, and no file may hold it.
  return text.replaceAll(/[\uD800-\uDFFF]/gu, '\uFFFD')
}

const textOf = ({ verdict, checks }: RequirementOfResult, about: About): string => {
  if (verdict === 'untested')
    return `no check in this run${about.unchecked === undefined ? '' : `: ${about.unchecked}`}`
  const said = checks.filter(({ status }) => status === verdict).map(saidBy)
  const texts = [...new Set(said.filter(text => text !== ''))]
  if (texts.length > 0 || verdict === 'pass') return texts.join('\n\n')
  return `${verdict}, without a reason`
}

/**
 * The run itself, where its verdict is bad and no requirement shows that: a run that did nothing must not look green to
 * a tool that only counts what failed.
 */
export const runCase = ({ verdict, reason, problem, requirements }: Result): Case | undefined => {
  if (verdict === 'conformant') return undefined
  const shows = verdict === 'non-conformant' ? 'fail' : 'inconclusive'
  if (problem === undefined && requirements.some(one => one.verdict === shows)) return undefined
  const text = plain(problem ?? reason)
  const about = { rule: 'the run comes to a good verdict', area: 'RUN the run as a whole', sources: [] }
  const headline = shortened(oneLine(text), 300)
  return { ...about, id: 'RUN', level: 'MUST', verdict: shows, durationMs: 0, text, headline, checks: [] }
}

const requirementCases = ({ requirements }: Result, describe: Describe): readonly Case[] =>
  requirements.map(one => {
    const about = describe(one.id)
    const speaking = one.checks.find(({ status }) => status === one.verdict) ?? one.checks[0]
    const place = speaking && placeOf(speaking)
    const text = textOf(one, about)
    return {
      ...about,
      id: one.id,
      level: one.level,
      verdict: one.verdict,
      durationMs: one.checks.reduce((sum, { durationMs }) => sum + durationMs, 0),
      text,
      headline: shortened(found(text, one.id), 300),
      checks: one.checks,
      ...(place && { place }),
    }
  })

/** The requirements of a result as cases, in its order, and the run itself where it has to be one. */
export const casesOf = (result: Result, describe: Describe): readonly Case[] => {
  const whole = runCase(result)
  return [...(whole ? [whole] : []), ...requirementCases(result, describe)]
}
