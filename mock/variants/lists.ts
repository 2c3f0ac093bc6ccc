import { paging as law } from '../laws/paging'
import type { Row } from '../store'
import type { Variant } from './variant'

const identityOf = (row: unknown): string => (row as Row).client?.id ?? ''

/** How lists are cut and ordered. */
export const lists = {
  'list-in-no-order': {
    story: 'lists are ordered by identity, which is as good as random',
    shows: 'clients are not listed in the order of their creation',
    chooses: {
      paging: { order: rows => rows.toSorted((one, other) => (identityOf(one) < identityOf(other) ? -1 : 1)) },
    },
  },
  'small-pages': {
    story: 'a page holds fifty at most, however many are asked for (CLI-059)',
    shows: 'a page_size of 100 is capped at 50',
    chooses: { paging: { size: asked => Math.min(asked, 50) } },
  },
  'large-pages-refused': {
    story: 'a page of more than a thousand is refused (CLI-059)',
    shows: 'page 1 of the largest size is refused with 400',
    chooses: { paging: { sizeFits: asked => asked <= 1000 } },
  },
  'no-page-beyond-the-last': {
    story: 'a page behind the last one is refused (CLI-058)',
    shows: 'a page beyond the last is refused with 400',
    chooses: { paging: { pageFits: (page, pages) => page <= Math.max(pages, law.usualPage) } },
  },
  'rows-counted': {
    story: 'pageSize counts what is on the page (A-38)',
    shows: 'pageSize of a page that is not full is the number of its rows',
    excludes: ['small-pages'],
    chooses: { paging: { shownSize: (_, rows) => rows } },
  },
} satisfies Record<string, Variant>
