import type { Root } from '../roots'
import { isOnlyBlocked, rootsFirst } from '../render/roots-first'
import { budgetOf, fitting } from './budget'
import type { StatementData, Told } from './data'
import { failureMarkup } from './failure'
import { html, nothing, type Markup } from './markup'
import { folded, listOf, type Section } from './section'
import { counted } from './words'

/** Bytes for all scripts, and for all that is said about what does not hold. */
const room = { scripts: 600_000, words: 250_000 }

const rest = (left: number) =>
  html`<p class="aside">${counted(left, 'further requirement')} of this kind: see the list of all requirements.</p>`

const named = ({ id, rule }: Told) => html`<a href="#${id}">${id}</a> ${rule}`

const rootList = (roots: readonly Root[]): Markup => {
  const say = ({ requirement, text }: Root) =>
    html`<a href="#${requirement}">${requirement}</a
      >${text.startsWith(requirement) ? text.slice(requirement.length) : `: ${text}`}`
  return roots.length === 0
    ? nothing
    : html`<h3>Roots</h3>
        ${listOf(roots, say)}`
}

/** What does not hold: the roots first, then what is violated, then what is odd or could not be judged. */
export const failuresSection = (data: StatementData, told: readonly Told[]): Section => {
  const { roots = [] } = data.result
  const [scripts, words] = [budgetOf(room.scripts), budgetOf(room.scripts + room.words)]
  const those = (verdict: Told['verdict']) =>
    rootsFirst(
      told.filter(one => one.verdict === verdict),
      roots,
    )
  const articles = (which: readonly Told[]): Markup =>
    html`${fitting(which, one => failureMarkup(data, one, scripts), words, rest)}`
  const failed = those('fail')
  const open = those('inconclusive')
  const blocked = open.filter(isOnlyBlocked)
  const others = open.filter(one => !blocked.includes(one))
  const warned = those('warn')
  const group = (which: readonly Told[], fate: string, body: Markup) =>
    which.length === 0 ? nothing : folded(`${counted(which.length, 'requirement')} ${fate}`, body, 'group')
  return {
    id: 'failed',
    title: failed.length === 0 ? 'Nothing failed' : `${counted(failed.length, 'requirement')} failed`,
    body: html`${rootList(roots)}
    ${failed.length === 0 ? html`<p>No requirement that was checked is violated.</p>` : articles(failed)}
    ${group(warned, 'with a warning', articles(warned))} ${group(others, 'could not be judged', articles(others))}
    ${group(blocked, 'blocked by a root', listOf(blocked, named))}`,
  }
}
