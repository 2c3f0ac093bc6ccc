import { leftBehind, type Result } from '../result'
import type { Told } from './data'
import { html, nothing, type Markup } from './markup'
import { folded, listOf, type Section } from './section'
import { counted } from './words'

/** What a run leaves behind: objects, secrets in files, requests in somebody's log. */

const leftList = (value: unknown): Markup =>
  listOf(Array.isArray(value) ? (value as readonly Readonly<Record<string, unknown>>[]) : [], one => {
    const text = (name: string) => (typeof one?.[name] === 'string' ? one[name] : '')
    return html`${text('kind')} <code>${text('name')}</code> ${text('reason')}`
  })

/** What of the run is still on the tenant. */
export const leftSection = (result: Result): Section => {
  const count = leftBehind(result)
  const words =
    count === undefined
      ? 'Nobody counted what the run has left on the tenant.'
      : count === 0
        ? 'Nothing of the run is left on the tenant.'
        : `${counted(count, 'object')} of the run ${count === 1 ? 'is' : 'are'} left on the tenant.`
  return {
    id: 'left',
    title: 'Left behind',
    body: html`<p>${words}</p>
      ${leftList(result.leftBehind)}`,
  }
}

const scanWords = {
  clean: 'No secret of the run stands in what it has written',
  found: 'A secret of the run stands in what it has written',
  failed: 'The search for secrets failed',
} as const

/** What the search for secrets in the files of the run has come to, in a sentence. */
export const scanSentence = ({ secretScan }: Result): string => {
  if (!secretScan) return 'No scan was recorded.'
  const { state, files } = secretScan
  return `${scanWords[state]}${files === undefined ? '' : `; ${counted(files, 'file')} searched`}.`
}

/** Whether secrets were found in what was written. */
export const scanSection = (result: Result): Section => ({
  id: 'secrets',
  title: 'Secret scan',
  body: html`<p>${scanSentence(result)}</p>
    ${listOf(result.secretScan?.found ?? [], file => html`<code>${file}</code>`)}`,
})

/** What the run has cost the tenant. */
export const requestsSection = (result: Result, told: readonly Told[]): Section => {
  const ask = ({ checks }: Told) => checks.reduce((sum, { exchanges = 0 }) => sum + exchanges, 0)
  const greedy = told
    .map(one => ({ one, requests: ask(one) }))
    .filter(({ requests }) => requests > 0)
    .toSorted((a, b) => b.requests - a.requests)
    .slice(0, 10)
  return {
    id: 'requests',
    title: 'Requests used',
    body: html`<p>
        ${result.requests === undefined ? 'Requests were not counted.' : `${counted(result.requests, 'request')} by all checks; repetitions after a 429, the preflight and the final count are not among them.`}
      </p>
      ${
        greedy.length === 0
          ? nothing
          : folded(
              'Requirements that asked most',
              html`<ol>
                ${greedy.map(({ one, requests }) => html`<li><a href="#${one.id}">${one.id}</a> ${counted(requests, 'request')}</li>`)}
              </ol>`,
            )
      }`,
  }
}
