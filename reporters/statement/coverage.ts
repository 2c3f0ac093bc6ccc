import type { Told } from './data'
import { html, nothing, type Markup } from './markup'
import { folded, wideTable, type Section } from './section'
import { byArea, counted, shownVerdicts, tallyOf, untestedByReason } from './words'

/** What nobody looked at, by reason: said before anything is said in percent. */
export const untestedSection = (told: readonly Told[]): Section => {
  const untested = told.filter(({ verdict }) => verdict === 'untested')
  return {
    id: 'untested',
    title: untested.length === 0 ? 'Nothing is untested' : `${counted(untested.length, 'requirement')} untested`,
    body:
      untested.length === 0
        ? html`<p>Every requirement of the catalogue has a check in this run.</p>`
        : html`<p>Nothing is known about these. Whatever is said below is about the others.</p>
            ${untestedByReason(untested).map(([reason, those]) =>
              folded(
                `${those.length} · ${reason}`,
                html`<ul class="ids">
                  ${those.map(({ id, rule }) => html`<li><a href="#${id}">${id}</a> ${rule}</li>`)}
                </ul>`,
              ),
            )}`,
  }
}

const bar = (counts: ReturnType<typeof tallyOf>): Markup =>
  html`<span class="bar" aria-hidden="true"
    >${shownVerdicts
      .filter(word => counts[word] > 0)
      .map(word => html`<span class="fill ${word}" style="flex-grow:${counts[word]}"></span>`)}</span
  >`

const percent = (part: number, whole: number) => (whole === 0 ? '–' : `${Math.floor((100 * part) / whole)} %`)

const row = (name: string, those: readonly Told[]): Markup => {
  const counts = tallyOf(those)
  const [code = '', ...title] = name.split(' ')
  const cells = shownVerdicts.map(
    word => html`<td class="number${counts[word] === 0 ? ' none' : ` ${word}`}">${counts[word]}</td>`,
  )
  const judged = those.length - counts.untested - counts.skipped - counts.inconclusive
  return html`<tr>
    <th scope="row"><a href="#area=${code}">${code}</a> ${title.join(' ')}</th>
    <td class="bars">${bar(counts)}</td>
    ${cells}
    <td class="number">${those.length}</td>
    <td class="number">${percent(judged, those.length)}</td>
  </tr> `
}

/** One row per area: how its requirements ended, in numbers and as a bar. */
export const areasSection = (told: readonly Told[]): Section => {
  const areas = [...byArea(told)]
  return {
    id: 'areas',
    title: 'Areas',
    body: html`<p class="legend" aria-hidden="true">
        ${shownVerdicts.map(word => html`<span><span class="fill ${word}"></span>${word}</span>`)}
      </p>
      ${
        areas.length === 0
          ? nothing
          : wideTable(
              'Verdicts by area; judged is the share that has a verdict about the tenant',
              ['Area', 'Share', ...shownVerdicts, 'all', 'judged'],
              [...areas.map(([name, those]) => row(name, those)), row('ALL areas', told)],
              'areas',
            )
      }`,
  }
}
