import { urlOf } from '../../specs'
import type { Result } from '../result'
import type { StatementData } from './data'
import { html, link, listed, type Markup } from './markup'
import { label, listOf, type Section } from './section'
import { counted, figure, lasted, moment } from './words'

type Fact = readonly [word: string, text: Markup]

const fingerprint = ({ fingerprint: found }: Result): readonly Fact[] => {
  if (!found) return [['Fingerprint', html`no reply told an issuer or a key`]]
  const { issuers, keyIds } = found
  const codes = (texts: readonly string[]) =>
    texts.length === 0 ? html`not seen` : html`${listed(texts.map(one => html`<code>${one}</code>`))}`
  return [
    [issuers.length > 1 ? `Issuers (${issuers.length} different ones)` : 'Issuer', codes(issuers)],
    [keyIds.length === 1 ? 'Key id' : 'Key ids', codes(keyIds)],
  ]
}

const parts = ({ shard, merged, lane }: Result): readonly Fact[] => [
  ...(shard ? ([['Part of a run', html`shard ${shard.current} of ${shard.total}`]] as Fact[]) : []),
  ...(lane === undefined ? [] : ([['Part of a run', html`${lane} checks`]] as Fact[])),
  ...(merged ? ([['Merged from', html`${counted(merged.shards.length, 'shard')}`]] as Fact[]) : []),
]

const revision = (url: string) => /\/([0-9a-f]{9})[0-9a-f]{31}\//.exec(url)?.[1] ?? ''

/** The documents that requirements are taken from, in the revision the catalogue was written from. */
const documents = (): Markup => {
  const [guide, later] = [urlOf('guide#about'), urlOf('guide-2025#step-2')]
  const reference = urlOf('reference#/paths/~1acs~1token/post').replace(/#.*$/, '')
  return html`${link(guide, 'getting-started guide')} (revision ${revision(guide)}),
  ${link(later, 'its edition of 2025')}, the vendor’s ${link(reference, 'API reference')} (revision
  ${revision(reference)}), RFCs, OpenID Connect, SAML 2.0 and OWASP; each requirement links its own`
}

const facts = ({ result, planned }: StatementData): readonly Fact[] => [
  ['Target', html`${result.target.kind} <code>${result.target.baseUrl ?? 'address not known'}</code>`],
  ...fingerprint(result),
  [
    'Began',
    html`<time datetime="${result.startedAt}">${moment(result.startedAt)}</time>, lasted ${lasted(result.durationMs)}`,
  ],
  ...parts(result),
  [
    'Harness',
    html`version ${result.harness?.version ?? 'not known'}, commit <code>${result.commit ?? 'not known'}</code>`,
  ],
  ['Catalogue', html`${counted(result.requirements.length, 'requirement')} from the ${documents()}`],
  ['Seed', html`${result.seed ?? 'not known'}`],
  ...(planned === undefined ? [] : ([['Checks planned', html`${figure(planned)}`]] as Fact[])),
  ['Requests', html`${result.requests === undefined ? 'not counted' : figure(result.requests)}`],
  ...(result.baseline ? ([['Compared with', html`the run of ${moment(result.baseline.startedAt)}`]] as Fact[]) : []),
]

const gate = ({ gate: found }: StatementData): Markup => {
  if (!found) return html`<p class="aside">The gate was not asked about these results.</p>`
  const { answer, policy, decidedAt, objections } = found
  return html`<p class="gate">The gate answers ${label(answer)} under the policy ${policy}, ${moment(decidedAt)}.</p>
    ${listOf(objections, one => html`${label(one.answer)} ${one.rule}: ${one.text}`)}`
}

const before = ({ preflight = [] }: Result): Markup =>
  preflight.length === 0
    ? html``
    : html`<details>
        <summary>What was seen before the first check</summary>
        <dl class="facts">
          ${preflight.map(
            one =>
              html`<dt>${one.step}</dt>
                <dd>${one.observed}${one.remark === undefined ? '' : `: ${one.remark}`}</dd>`,
          )}
        </dl>
      </details>`

/** What was asked, when, and what came of it. */
export const headSection = (data: StatementData): Section => ({
  id: 'run',
  title: 'The run',
  body: html`${gate(data)}
    ${data.result.ended === 'interrupted' || data.result.ended === 'timedout' ? html`<p>The run did not come to its end: ${data.result.ended}.</p>` : html``}
    ${data.result.problem === undefined ? html`` : html`<p class="problem">${data.result.problem}</p>`}
    <dl class="facts">
      ${facts(data).map(
        ([word, text]) =>
          html`<dt>${word}</dt>
            <dd>${text}</dd>`,
      )}
    </dl>
    ${before(data.result)}`,
})
