import type { Distortion } from '../tenant'
import type { Variant } from './variant'

const onObjects =
  (edit: (body: object) => object): Distortion =>
  wire =>
    typeof wire.body === 'object' && wire.body !== null ? { ...wire, body: edit(wire.body) } : wire

const reversed = (body: object): object => Object.fromEntries(Object.entries(body).toReversed())

const withoutLinks = onObjects(body => Object.fromEntries(Object.entries(body).filter(([name]) => name !== '_links')))

/** How answers travel and what they carry besides what is documented. */
export const wire = {
  'more-members': {
    story: 'every object has a member nobody has heard of',
    distorts: { 'every line': onObjects(body => ({ ...body, x_revision: { number: 7, labels: [null] } })) },
  },
  'members-reversed': { story: 'members come in another order', distorts: { 'every line': onObjects(reversed) } },
  'no-links': {
    story: 'clients have no links',
    distorts: {
      'POST /acs/broker/oauth2-clients': withoutLinks,
      'GET /acs/broker/oauth2-clients/{id}': withoutLinks,
      'PATCH /acs/broker/oauth2-clients/{id}': withoutLinks,
    },
  },
  'chunked-bodies': {
    story: 'bodies come in chunks, without a length',
    distorts: { 'every line': out => ({ ...out, chunked: true }) },
  },
  'connection-close': {
    story: 'every connection serves one request',
    distorts: { 'every line': out => ({ ...out, headers: { ...out.headers, connection: 'close' } }) },
  },
  'busy-now-and-then': {
    story: 'every hundredth request is asked to come back in a second',
    chooses: { http: { isBusy: seen => seen % 100 === 0 } },
  },
} satisfies Record<string, Variant>
