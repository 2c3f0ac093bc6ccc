import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../surroundings'
import { areasSection, untestedSection } from './coverage'
import type { StatementData } from './data'
import { failuresSection } from './failures'
import { headSection } from './head'
import { html, type Markup } from './markup'
import { requirementsSection } from './requirements'
import { sectionMarkup } from './section'
import { tenantSection } from './choices'
import { deviationsSection } from './deviations'
import { operationsSection } from './operations'
import { proofSection } from './proof'
import { leftSection, requestsSection, scanSection } from './traces'
import { moment, toldOf } from './words'

const policy =
  "default-src 'none'; style-src 'unsafe-inline'; script-src 'unsafe-inline'; img-src data:; base-uri 'none'; form-action 'none'"

const ours = (name: string): Markup => ({ markup: readFileSync(join(repository, 'reporters/statement', name), 'utf8') })

/** The words of a verdict as a headline. */
const headline = { conformant: 'Conformant', 'non-conformant': 'Non-conformant', inconclusive: 'Inconclusive' } as const

/**
 * The statement about a run: one file that asks nobody for anything.
 * @param data all there is to know; what is absent is said to be unknown
 */
export const statementHtml = (data: StatementData): string => {
  const { result } = data
  const told = toldOf(result)
  const sections = [
    headSection(data),
    failuresSection(data, told),
    untestedSection(told),
    areasSection(told),
    requirementsSection(data, told),
    tenantSection(result),
    operationsSection(result),
    deviationsSection(result),
    proofSection(data, told),
    leftSection(result),
    scanSection(result),
    requestsSection(result, told),
  ]
  const target = result.target.baseUrl ?? result.target.kind
  return html`<!doctype html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta http-equiv="Content-Security-Policy" content="${policy}" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <meta name="referrer" content="no-referrer" />
        <title>${headline[result.verdict]}: ${target}, ${moment(result.startedAt)}</title>
        <style>
          ${ours('looks.css')}${ours('looks-of-parts.css')}
        </style>
      </head>
      <body>
        <a class="skip" href="#main">Skip to the statement</a>
        <header class="${result.verdict}">
          <p class="kicker">Identity Services conformance <span aria-hidden="true">·</span> release statement</p>
          <h1 id="verdict">${headline[result.verdict]}</h1>
          <p class="reason">${result.reason}</p>
          <p class="about">
            <code>${target}</code> <time datetime="${result.startedAt}">${moment(result.startedAt)}</time>
          </p>
        </header>
        <nav aria-label="Chapters">
          <ol>
            ${sections.map(({ id, title }) => html`<li><a href="#${id}">${title}</a></li>`)}
          </ol>
        </nav>
        <main id="main" tabindex="-1">${sections.map(sectionMarkup)}</main>
        <footer>
          <p>Made from the result files of the run, and of nothing else. Evidence beyond this page is in Allure.</p>
        </footer>
        <script>
          ${ours('in-browser.js')}
        </script>
      </body>
    </html> `.markup
}
