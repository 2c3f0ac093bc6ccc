import { html, type Markup } from './markup'

const options = (values: readonly (readonly [value: string, words: string])[]): Markup =>
  html`<option value="">all</option>
    ${values.map(([value, words]) => html`<option value="${value}">${words}</option>`)}`

/**
 * The form above the list; the script of the page keeps it in the address.
 * @param areas code and title of each
 * @param verdicts in the order of the page
 */
export const filterForm = (areas: readonly string[], verdicts: readonly string[]): Markup =>
  html`<form id="filters" class="filters" role="search" aria-label="Requirements">
    <label for="filter-verdict"
      >Verdict
      <select id="filter-verdict" name="verdict">
        ${options(verdicts.map(word => [word, word]))}
      </select></label
    >
    <label for="filter-level"
      >Level
      <select id="filter-level" name="level">
        ${options(['MUST', 'SHOULD', 'MAY'].map(word => [word, word]))}
      </select></label
    >
    <label for="filter-area"
      >Area
      <select id="filter-area" name="area">
        ${options(areas.map(area => [area.split(' ')[0] ?? area, area]))}
      </select></label
    >
    <label for="filter-text">Text <input id="filter-text" name="text" type="search" autocomplete="off" /></label>
    <button type="reset" id="filter-reset">Show all</button>
  </form>`
