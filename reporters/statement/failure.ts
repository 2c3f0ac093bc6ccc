import type { CheckOfResult } from '../result'
import { twistOf } from '../twist'
import type { StatementData, Told } from './data'
import { saidIn } from './message'
import { html, link, listed, nothing, verbatim, type Markup } from './markup'
import { label } from './section'
import { isSeen, shown } from './shown'
import type { Budget } from './budget'

const longest = 2_000

const cut = (text: string) => (text.length > longest ? `${text.slice(0, longest)}… (the rest is in Allure)` : text)

/** The sources of a requirement, each a link. */
export const sourcesOf = ({ sources }: Pick<Told, 'sources'>): Markup =>
  sources.length === 0
    ? nothing
    : html`<p class="sources">Said in ${listed(sources.map(({ url, label: words }) => link(url, words)))}</p>`

/** What a check says: expected and received beside each other, or its prose. */
export const messageOf = ({ message, warnings }: CheckOfResult): Markup => {
  const said = saidIn(message ?? '')
  const texts = warnings.map(each => html`<p>${cut(each)}</p>`)
  if (message === undefined) return html`${texts}`
  if (said.length === 0)
    return html`<pre>${cut(message)}</pre>
      ${texts}`
  return html`<dl class="said">
      ${said.map(
        ([word, text]) =>
          html`<dt>${word}</dt>
            <dd>${cut(text)}</dd>`,
      )}
    </dl>
    ${texts}`
}

/** The Allure page of a check; nothing where there is none. */
export const evidenceLink = ({ evidence, hasAllure }: StatementData, title: string): Markup => {
  const place = evidence.places.get(title)
  if (!hasAllure || place === undefined) return nothing
  return html`<a class="evidence" href="allure-report/index.html#${place}"
    >Evidence in Allure<span class="unseen"> of ${title}</span></a
  >`
}

const noRoom = html`<p class="aside">There is no room for its script here: it is in Allure.</p>`

const scriptOf = ({ evidence }: StatementData, title: string, room: Budget): Markup => {
  const script = evidence.scripts.get(title)
  if (!script) return nothing
  if (room.left() < script.text.length) return noRoom
  const body = verbatim(isSeen(script.text) ? script.text : shown(script.text))
  if (!room.takes(body)) return noRoom
  const remark = !isSeen(script.text)
    ? 'Some characters of this script cannot be seen and stand here by name: copy it from Allure.'
    : script.of === undefined
      ? 'Set TENANT_BASE_URL, TENANT_CLIENT_ID and TENANT_CLIENT_SECRET first. It holds no secret.'
      : `This is its beginning; the whole script of ${script.of} characters is in Allure.`
  return html`<details class="replay">
    <summary>Repeat it with curl<span class="unseen">: ${title}</span></summary>
    <p class="aside">${remark}</p>
    <button type="button" class="copy">Copy the script<span class="unseen"> of ${title}</span></button
    ><span role="status"></span>
    <pre class="script" tabindex="0" role="region" aria-label="Script that repeats ${title}">${body}</pre>
  </details>`
}

const checkOf = (data: StatementData, { id, rule }: Told, check: CheckOfResult, scripts: Budget): Markup => {
  const twist = twistOf(check.title, id, rule)
  return html`<li>
    ${twist === '' ? nothing : html`<p class="twist">${twist}</p>`}${messageOf(check)}
    ${scriptOf(data, check.title, scripts)}
    <p class="links">
      ${evidenceLink(data, check.title)}${check.at === undefined ? nothing : html` <code>${check.at}</code>`}
    </p>
  </li>`
}

/** How many checks of one requirement are told one by one. */
const most = 12

/**
 * A requirement that does not hold: what it says, and each check that has found that out.
 * @param told with at least one check that has its verdict
 * @param scripts room for all scripts of the page
 */
export const failureMarkup = (data: StatementData, told: Told, scripts: Budget): Markup => {
  const speaking = told.checks.filter(({ status }) => status === told.verdict)
  const shownChecks = speaking.slice(0, most)
  const more = speaking.length - shownChecks.length
  return html`<article class="failure" id="failed-${told.id}" aria-labelledby="failed-${told.id}-title">
    <h3 id="failed-${told.id}-title"><a href="#${told.id}">${told.id}</a> ${told.rule}</h3>
    <p>${label(told.verdict)} ${label(told.level)} ${speaking.length} of ${told.checks.length} checks</p>
    ${sourcesOf(told)}
    <ol class="checks">
      ${shownChecks.map(check => checkOf(data, told, check, scripts))}
    </ol>
    ${more > 0 ? html`<p class="aside">and ${more} more checks, in Allure</p>` : nothing}
  </article> `
}
