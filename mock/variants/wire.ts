import type { Distortion } from '../tenant'
import type { Wire } from '../wire'
import type { Variant } from './variant'

const isJson = ({ body }: Wire): boolean => typeof body === 'object' && body !== null

const onObjects =
  (edit: (body: object) => object): Distortion =>
  wire =>
    isJson(wire) ? { ...wire, body: edit(wire.body as object) } : wire

const written =
  (text: (body: unknown) => string): Distortion =>
  wire =>
    isJson(wire) ? { ...wire, body: text(wire.body) } : wire

const reversed = (body: object): object => Object.fromEntries(Object.entries(body).toReversed())

const onHeaders =
  (edit: (name: string, value: string) => readonly [string, string]): Distortion =>
  wire => ({
    ...wire,
    headers: Object.fromEntries(Object.entries(wire.headers).map(([name, value]) => edit(name, value))),
  })

const escaped = (text: string): string =>
  text
    .replaceAll('/', String.raw`\/`)
    .replaceAll(/[^\x20-\x7e]/g, one => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** How answers travel and how they are written down. */
export const wire = {
  'more-members': {
    story: 'every object has a member nobody has heard of',
    distorts: { 'every line': onObjects(body => ({ ...body, x_revision: { number: 7, labels: [null] } })) },
  },
  'members-reversed': { story: 'members come in another order', distorts: { 'every line': onObjects(reversed) } },
  'json-indented': {
    story: 'JSON is indented and ends with a line break',
    distorts: { 'every line': written(body => `${JSON.stringify(body, null, 2)}\r\n`) },
  },
  'json-escaped': {
    story: 'JSON strings escape whatever may be escaped',
    distorts: { 'every line': written(body => escaped(JSON.stringify(body))) },
  },
  'charset-named': {
    story: 'application/json comes with a charset',
    distorts: {
      'every line': onHeaders((name, value) => [
        name,
        name === 'content-type' && !value.includes(';') ? `${value}; charset=UTF-8` : value,
      ]),
    },
  },
  'headers-in-capitals': {
    story: 'header names are in capitals',
    distorts: { 'every line': onHeaders((name, value) => [name.toUpperCase(), value]) },
  },
  'more-headers': {
    story: 'answers carry the headers a gateway adds',
    distorts: {
      'every line': out => ({
        ...out,
        headers: { ...out.headers, via: '1.1 gateway', 'x-request-id': 'c0ffee', server: 'gateway', vary: 'Accept' },
      }),
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
  'progress-announced': {
    story: 'an answer is announced by an informational one (RFC 9110 15.2)',
    distorts: { 'every line': out => ({ ...out, informs: true }) },
  },
} satisfies Record<string, Variant>
