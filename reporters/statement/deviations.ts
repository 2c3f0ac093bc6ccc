import { daysLeft, type DeviationFate } from '../deviations/deviation'
import type { Result } from '../result'
import { budgetOf, fitting } from './budget'
import { html, link, nothing, type Markup } from './markup'
import { label, more, wideTable, type Section } from './section'
import { counted } from './words'

/** Bytes for all of them. */
const room = 60_000

const rest = (count: number) =>
  html`<tr>
    <td colspan="6">${more(count)}</td>
  </tr>`

/** A fate as any version of a result tells it. */
type Fate = Pick<DeviationFate, 'requirement' | 'state' | 'expires'> & Partial<DeviationFate>

const inOrder = (one: string, other: string) => (one < other ? -1 : one > other ? 1 : 0)

/** The known deviations of a run, the one that ends first at the top, with the days left when the run began. */
export const fatesByAge = ({ deviations = [], startedAt }: Result): readonly (Fate & { readonly days: number })[] =>
  (deviations as readonly Fate[])
    .map(fate => ({ ...fate, days: fate.daysLeft ?? daysLeft(fate.expires, startedAt) }))
    .toSorted((one, other) => inOrder(one.expires, other.expires))

/** Days in words. */
export const daysInWords = (days: number): string => (days < 0 ? `${counted(-days, 'day')} ago` : counted(days, 'day'))

const fateRow = ({
  requirement,
  state,
  expires,
  days,
  reason,
  link: ticket,
  owner,
}: ReturnType<typeof fatesByAge>[number]): Markup =>
  html`<tr>
    <th scope="row"><a href="#${requirement}">${requirement}</a></th>
    <td>${label(state)}</td>
    <td>${expires}</td>
    <td>${daysInWords(days)}</td>
    <td>${reason} ${ticket ? link(ticket, 'ticket') : nothing}</td>
    <td>${owner}</td>
  </tr>`

/** Known failures that somebody has accepted, the one that ends first at the top. */
export const deviationsSection = (result: Result): Section => {
  const fates = fatesByAge(result)
  return {
    id: 'deviations',
    title: 'Known deviations',
    body:
      fates.length === 0
        ? html`<p>No deviation of this tenant is known and accepted.</p>`
        : wideTable(
            'Accepted failures by the day they end on',
            ['Requirement', 'State', 'Last day', 'Days left', 'Reason', 'Owner'],
            fitting(fates, fateRow, budgetOf(room), rest),
          ),
  }
}
