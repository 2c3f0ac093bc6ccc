import type { Result } from '../result'
import { noOperation } from '../traffic'
import { html, nothing, type Markup } from './markup'
import { wideTable, type Section } from './section'
import { figure } from './words'

const times = (statuses: readonly string[], observed: Readonly<Record<string, number>>): Markup =>
  html`${statuses.map(one => html`<span class="status">${one}${(observed[one] ?? 0) > 0 ? html`<small> × ${figure(observed[one] ?? 0)}</small>` : nothing}</span> `)}`

type Operations = NonNullable<Result['operations']>

const operationRow = ({ operation, documented, observed }: Operations[number]): Markup => {
  const seen = documented.filter(one => observed[one])
  const unseen = documented.filter(one => !observed[one])
  const beyond = Object.keys(observed)
    .filter(one => !documented.includes(one))
    .toSorted()
  const name = operation === noOperation ? html`no operation of the reference` : html`<code>${operation}</code>`
  return html`<tr>
    <th scope="row">${name}</th>
    <td>${times(seen, observed)}</td>
    <td>${times(unseen, observed)}</td>
    <td>${times(beyond, observed)}</td>
  </tr> `
}

/** Which documented statuses of which operations came, as the traffic of the checks says. */
export const operationsSection = ({ operations }: Result): Section => {
  const documented = (operations ?? []).filter(({ operation }) => operation !== noOperation)
  const statuses = documented.flatMap(one => one.documented.map(status => (one.observed[status] ?? 0) > 0))
  const asked = documented.filter(({ observed }) => Object.keys(observed).length > 0).length
  const met = statuses.filter(Boolean).length
  return {
    id: 'operations',
    title: 'Operations and statuses',
    body: operations
      ? html`<p>
            ${asked} of ${documented.length} operations were asked, and ${met} of their ${statuses.length} documented
            statuses came. Counted are the requests of all checks, preparing and clearing up included.
          </p>
          ${wideTable('Statuses of each operation, with how often they came', ['Operation', 'Documented and seen', 'Documented, not seen', 'Seen, not documented'], operations.map(operationRow), 'operations')}`
      : html`<p>These results do not record which operations were asked.</p>`,
  }
}
