import type { Defect } from '../defect'
import { onStatus, retyping, withStatus } from '../distortions'

const list = 'GET /acs/broker/oauth2-clients'

/** What can go wrong in what is seen of clients, one by one and in lists. */
export const visibility = {
  'secret-in-readback': {
    story: 'the secret can be read',
    caughtBy: ['CLI-011', 'CLI-012'],
    breaks: { clients: { extras: ({ secrets }) => ({ secret: secrets.primary }) } },
  },
  'secret-in-list': {
    story: 'lists show secrets',
    caughtBy: ['CLI-013'],
    breaks: {
      clients: { summary: ({ client_id, scope, secrets }) => ({ client_id, scope, secret: secrets.primary }) },
    },
  },
  'unknown-client-500': {
    story: 'an unknown client is answered 500',
    caughtBy: ['CLI-014'],
    distorts: { 'GET /acs/broker/oauth2-clients/{id}': onStatus(404)(withStatus(500)) },
  },
  'deleted-still-works': {
    story: 'a deleted client still works',
    caughtBy: ['CLI-048', 'CLI-049', 'CLI-050'],
    breaks: { clients: { isUsable: () => true } },
  },
  'deleted-still-listed': {
    story: 'a deleted client is still listed',
    caughtBy: ['CLI-048', 'CLI-060'],
    breaks: { clients: { isListed: () => true } },
  },
  'counters-as-text': {
    story: 'counters are strings',
    caughtBy: ['CLI-052'],
    distorts: { [list]: retyping('totalCount', 'string') },
  },
  'summary-without-scope': {
    story: 'lists show the scope of nobody',
    caughtBy: ['CLI-053'],
    breaks: { clients: { summary: ({ client_id }) => ({ client_id, scope: [] }) } },
  },
  'fifty-per-page': {
    story: 'a page has 50 rows unless told otherwise',
    caughtBy: ['CLI-054'],
    breaks: { paging: { usualSize: 50 } },
  },
  'pages-count-from-zero': {
    story: 'the first page is page 0',
    caughtBy: ['CLI-055', 'CLI-056'],
    breaks: { paging: { slice: (rows, page, size) => rows.slice(page * size, (page + 1) * size) } },
  },
  'start-index-is-an-offset': {
    story: 'start_index counts rows',
    caughtBy: ['CLI-055'],
    breaks: { paging: { slice: (rows, page, size) => rows.slice(page - 1, page - 1 + size) } },
  },
  'one-page-too-many': {
    story: 'totalPages is one too high',
    caughtBy: ['CLI-056'],
    breaks: { paging: { totalPages: (total, size) => Math.ceil(total / size) + 1 } },
  },
  'zero-is-a-count': {
    story: 'any number passes for a page',
    caughtBy: ['CLI-057'],
    breaks: { paging: { count: (values, usual) => Number(values[0] ?? usual) } },
  },
  'last-page-repeats': {
    story: 'behind the last page the last page comes again',
    caughtBy: ['CLI-058'],
    breaks: {
      paging: {
        slice: (rows, page, size) => {
          const last = Math.min(page, Math.ceil(rows.length / size))
          return rows.slice((last - 1) * size, last * size)
        },
      },
    },
  },
} satisfies Record<string, Defect>
