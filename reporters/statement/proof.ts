import type { StatementData, Told } from './data'
import { html, nothing } from './markup'
import { folded, type Section } from './section'
import { counted, figure } from './words'

/** Whether the checks behind the verdicts were seen to be able to fail. */
export const proofSection = ({ proof }: StatementData, told: readonly Told[]): Section => {
  const checked = told.filter(({ checks }) => checks.length > 0)
  const unproven = checked.filter(({ id }) => !proof?.proven.has(id))
  const list = html`<ul class="ids">
    ${unproven.map(({ id, rule }) => html`<li><a href="#${id}">${id}</a> ${rule}</li>`)}
  </ul>`
  return {
    id: 'proof',
    title: 'Proof behind the checks',
    body: proof
      ? html`<p>
            ${figure(checked.length - unproven.length)} of ${counted(checked.length, 'checked requirement')} are proven:
            a defect seeded into a tenant was noticed. Read from ${proof.source}.
          </p>
          ${unproven.length === 0 ? nothing : folded(`${counted(unproven.length, 'requirement')} unproven`, list)}`
      : html`<p>All ${figure(checked.length)} are unproven: no kill matrix beside these results.</p>`,
  }
}
