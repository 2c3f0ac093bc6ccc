import type { Variant } from './variant'

/** How fast a tenant is, and what it does when it is asked too much. */
export const capacity = {
  'busy-now-and-then': {
    story: 'every hundredth request is asked to come back in a second (503)',
    shows: 'some requests are asked to wait with 503',
    chooses: { http: { isBusy: seen => seen % 100 === 0 } },
  },
  'twenty-a-second': {
    story: 'more than 20 requests in a second are asked to come back in a second (429)',
    shows: 'some requests are asked to wait with 429',
    chooses: { capacity: { mostPerSecond: 20 } },
  },
  'far-away': {
    story: 'an answer takes 150 ms',
    shows: 'replies take 50 to 200 ms',
    chooses: { capacity: { latency: 150 } },
  },
} satisfies Record<string, Variant>
