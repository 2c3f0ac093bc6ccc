import type { CheckOfResult } from '../result'
import { twistOf } from '../twist'
import { budgetOf, fitting } from './budget'
import type { StatementData, Told } from './data'
import { evidenceLink, sourcesOf } from './failure'
import { html, nothing, type Markup } from './markup'
import { label, type Section } from './section'
import { byArea, counted, shownVerdicts } from './words'
import { shortened } from '../plain'
import { filterForm } from './filter-form'

/** Bytes for what all rows hold behind their rule. */
const room = 350_000

const longest = 400

const lines = (texts: readonly string[]): Markup =>
  texts.length === 0
    ? nothing
    : html`<ul>
        ${texts.map(text => html`<li>${shortened(text, longest)}</li>`)}
      </ul>`

const checkMarkup = (data: StatementData, { id, rule }: Told, check: CheckOfResult): Markup => {
  const { title, status, message, warnings, notes, exchanges, expectations, flaky, durationMs } = check
  const counts = [
    ...(exchanges === undefined ? [] : [counted(exchanges, 'request')]),
    ...(expectations === undefined ? [] : [counted(expectations, 'expectation')]),
    `${Math.round(durationMs)} ms`,
    ...(flaky ? ['attempts did not agree'] : []),
  ]
  const twist = twistOf(title, id, rule)
  return html`<li>
    ${label(status)} ${twist === '' ? 'the check' : twist}
    <small>${counts.join(', ')}</small> ${evidenceLink(data, title)}
    ${message === undefined ? nothing : html`<pre>${shortened(message, longest)}</pre>`}${lines(warnings)}${lines(notes)}
  </li> `
}

const behind = (data: StatementData, told: Told, share: number): Markup => {
  const some = fitting(
    told.checks,
    check => checkMarkup(data, told, check),
    budgetOf(share),
    left => html`<li>and ${counted(left, 'further check')}: see Allure and conformance.json</li>`,
  )
  const untested =
    told.verdict === 'untested' ? html`<p>${told.unchecked ?? 'No check of it was part of this run.'}</p>` : nothing
  const proof =
    data.proof === undefined
      ? 'unproven: no kill matrix beside these results'
      : data.proof.proven.has(told.id)
        ? 'proven: a seeded defect was noticed'
        : 'unproven: no seeded defect was seen to be noticed'
  return html`${told.note === undefined ? nothing : html`<p>${shortened(told.note, longest)}</p>`}${untested}${
    some.length === 0
      ? nothing
      : html`<ol>
            ${some}
          </ol>
          <p class="aside">Its checks are ${proof}.</p>`
  }${sourcesOf(told)}`
}

const row = (data: StatementData, told: Told, share: number): Markup => {
  const [code = ''] = told.area.split(' ')
  return html`<tr id="${told.id}" data-verdict="${told.verdict}" data-level="${told.level}" data-area="${code}">
    <th scope="row">${told.id}</th>
    <td>${label(told.verdict)}</td>
    <td>${told.level}</td>
    <td>
      <details>
        <summary>${told.rule}</summary>
        ${behind(data, told, share)}
      </details>
    </td>
  </tr> `
}

/** The whole list, to be searched; every row opens to what its checks said. */
export const requirementsSection = (data: StatementData, told: readonly Told[]): Section => {
  const areas = [...byArea(told).keys()]
  const share = room / Math.max(told.length, 1)
  return {
    id: 'requirements',
    title: 'All requirements',
    body: html`${filterForm(areas, shownVerdicts)}
      <p id="found" class="found" role="status" aria-live="polite">${counted(told.length, 'requirement')}</p>
      <div class="list">
        <table class="requirements">
          <caption>
            Requirements with their verdicts; each opens to what its checks said
          </caption>
          <thead>
            <tr>
              <th scope="col">Requirement</th>
              <th scope="col">Verdict</th>
              <th scope="col">Level</th>
              <th scope="col">What is required</th>
            </tr>
          </thead>
          <tbody id="rows">
            ${told.map(one => row(data, one, share))}
          </tbody>
        </table>
      </div>`,
  }
}
