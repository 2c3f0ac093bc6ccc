import { paging as law } from '../../laws/paging'
import type { Defect } from '../defect'
import { dropping, renaming } from '../distortions'

const list = 'GET /acs/broker/oauth2-clients'
const largest = 2_147_483_647

/** More that can go wrong in lists: their members, their order, their bounds. */
export const lists = {
  'total-pages-missing': {
    story: 'the list does not say how many pages it has',
    caughtBy: ['CLI-052'],
    distorts: { [list]: dropping('totalPages') },
  },
  'items-renamed': {
    story: 'the clients of a page have another member name',
    caughtBy: ['CLI-052', 'CLI-054'],
    distorts: { [list]: renaming('items', 'content') },
  },
  'summary-always-admin': {
    story: 'lists show the scope admin for every client',
    caughtBy: ['CLI-053'],
    breaks: { clients: { summary: ({ client_id }) => ({ client_id, scope: ['admin'] }) } },
  },
  'newest-not-listed': {
    story: 'the newest client is not listed until another one comes',
    caughtBy: ['CLI-060'],
    breaks: { paging: { order: rows => rows.slice(0, -1) } },
  },
  'order-changes-with-the-page': {
    story: 'every other page is cut from a list in another order',
    caughtBy: ['CLI-055', 'CLI-056'],
    breaks: {
      paging: { slice: (rows, page, size) => law.slice(page % 2 === 0 ? rows.toReversed() : rows, page, size) },
    },
  },
  'last-page-not-counted': {
    story: 'a last page that is not full does not count',
    caughtBy: ['CLI-056'],
    breaks: { paging: { totalPages: (total, size) => Math.floor(total / size) } },
  },
  'words-are-no-pages': {
    story: 'a page that is no number is taken for the first',
    caughtBy: ['CLI-057'],
    breaks: { paging: { count: (values, usual) => (/\D/.test(values[0] ?? 'x') ? usual : law.count(values, usual)) } },
  },
  'large-pages-overflow': {
    story: 'the largest page size overflows where rows are counted',
    caughtBy: ['CLI-059'],
    breaks: {
      paging: {
        size: asked => {
          if (asked + 1 > largest) throw new RangeError('page_size does not fit')
          return law.size(asked)
        },
      },
    },
  },
} satisfies Record<string, Defect>
