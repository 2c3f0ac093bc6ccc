import type { Distortion } from '../tenant'
import type { Wire } from '../wire'
import type { Variant } from './variant'

const isJson = ({ body }: Wire): boolean => typeof body === 'object' && body !== null

const onObjects =
  (edit: (body: object) => object): Distortion =>
  wire =>
    isJson(wire) ? { ...wire, body: edit(wire.body as object) } : wire

const isWritten = ({ headers, body }: Wire): boolean =>
  typeof body === 'string' && /[/+]json\b/.test(headers['content-type'] ?? '')

/** What was written already is written once more: choices are made in the order of this list. */
const written =
  (text: (json: string) => string): Distortion =>
  wire => {
    if (isWritten(wire)) return { ...wire, body: text(wire.body as string) }
    return isJson(wire) ? { ...wire, body: text(JSON.stringify(wire.body)) } : wire
  }

const reversed = (body: object): object => Object.fromEntries(Object.entries(body).toReversed())

const onHeaders =
  (edit: (name: string, value: string) => readonly [string, string]): Distortion =>
  wire => ({
    ...wire,
    headers: Object.fromEntries(Object.entries(wire.headers).map(([name, value]) => edit(name, value))),
  })

/** Raw line breaks stand between strings only, where nothing is escaped. */
const escaped = (text: string): string =>
  text
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[^\x20-\x7e\r\n]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** How answers travel and how they are written down. */
export const wire = {
  'more-members': {
    story: 'every object has a member nobody has heard of',
    shows: 'Client: has a member x_revision, which is not documented',
    distorts: { 'every line': onObjects(body => ({ ...body, x_revision: { number: 7, labels: [null] } })) },
  },
  'members-reversed': {
    story: 'members come in another order',
    shows: 'Token reply: has its members in the order expires_in, token_type, access_token',
    distorts: { 'every line': onObjects(reversed) },
  },
  'json-indented': {
    story: 'JSON is indented and ends with a line break',
    shows: 'JSON stands on many lines',
    distorts: { 'every line': written(json => `${JSON.stringify(JSON.parse(json), null, 2)}\r\n`) },
  },
  'json-escaped': {
    story: 'JSON strings escape whatever may be escaped',
    shows: String.raw`JSON escapes the slash as \/`,
    distorts: { 'every line': written(escaped) },
  },
  'charset-named': {
    story: 'application/json comes with a charset',
    shows: 'Client: comes with a charset',
    distorts: {
      'every line': onHeaders((name, value) => [
        name,
        name === 'content-type' && !value.includes(';') ? `${value}; charset=UTF-8` : value,
      ]),
    },
  },
  'headers-in-capitals': {
    story: 'header names are in capitals',
    shows: 'header names are spelled as in CONTENT-TYPE',
    distorts: { 'every line': onHeaders((name, value) => [name.toUpperCase(), value]) },
  },
  'more-headers': {
    story: 'answers carry the headers a gateway adds',
    shows: 'replies come with via: 1.1 gateway',
    distorts: {
      'every line': out => ({
        ...out,
        headers: { ...out.headers, via: '1.1 gateway', 'x-request-id': 'c0ffee', server: 'gateway', vary: 'Accept' },
      }),
    },
  },
  'chunked-bodies': {
    story: 'bodies come in chunks, without a length',
    shows: 'bodies come in chunks',
    distorts: { 'every line': out => ({ ...out, chunked: true }) },
  },
  'connection-close': {
    story: 'every connection serves one request',
    shows: 'connections end with a reply',
    distorts: { 'every line': out => ({ ...out, headers: { ...out.headers, connection: 'close' } }) },
  },
  'progress-announced': {
    story: 'an answer is announced by an informational one (RFC 9110 15.2)',
    shows: 'replies are announced by 102',
    distorts: { 'every line': out => ({ ...out, informs: true }) },
  },
} satisfies Record<string, Variant>
