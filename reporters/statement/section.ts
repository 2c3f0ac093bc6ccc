import { budgetOf, fitting } from './budget'
import { html, nothing, type Markup } from './markup'
import { counted } from './words'

/** A chapter of a statement. */
export interface Section {
  /** Its place in the page, steady between versions: others link to it. */
  readonly id: string
  readonly title: string
  readonly body: Markup
}

/** A chapter as HTML. */
export const sectionMarkup = ({ id, title, body }: Section): Markup =>
  html`<section id="${id}" aria-labelledby="${id}-title">
    <h2 id="${id}-title">${title}</h2>
    ${body}
  </section> `

/** A verdict, level or state as a label; it is never told by its colour alone. */
export const label = (word: string): Markup =>
  html`<span class="label ${word.replaceAll(/[^a-z]+/g, '-')}">${word}</span>`

/** A table that may be wider than its reader's screen: it is scrolled by keyboard as well. */
export const wideTable = (caption: string, head: readonly string[], rows: readonly Markup[], kind = ''): Markup =>
  html`<div class="wide" role="region" aria-label="${caption}" tabindex="0">
    <table class="${kind}">
      <caption>
        ${caption}
      </caption>
      <thead>
        <tr>
          ${head.map(each => html`<th scope="col">${each}</th>`)}
        </tr>
      </thead>
      <tbody>
        ${rows}
      </tbody>
    </table>
  </div> `

/** A list that is opened by whoever wants it. */
export const folded = (summary: string, body: Markup, kind = ''): Markup =>
  html`<details class="${kind}">
    <summary>${summary}</summary>
    ${body}
  </details> `

/** Bytes that one list may take. */
const listRoom = 40_000

/** What is said about things there is no room for. */
export const more = (left: number): string => `and ${counted(left, 'more', 'more')}: see conformance.json`

/** A list of things; nothing where there are none. */
export const listOf = <T>(things: readonly T[], say: (thing: T) => Markup, room = listRoom): Markup => {
  if (things.length === 0) return nothing
  const items = fitting(
    things,
    one => html`<li>${say(one)}</li>`,
    budgetOf(room),
    left => html`<li>${more(left)}</li>`,
  )
  return html`<ul>
    ${items}
  </ul>`
}
