import { http as law } from '../laws/http'
import type { Defect } from './defect'
import { onRefusals, onStatus, withHeader, withStatus, withoutHeader } from './distortions'

const seen = new Map<string, object>()

/** The first thing ever seen under a name. */
const first = (name: string, now: object): object => {
  const found = seen.get(name) ?? now
  seen.set(name, found)
  return found
}

/** What can go wrong with plain HTTP. */
export const http = {
  'allow-missing': {
    story: 'a 405 does not say what is allowed',
    caughtBy: ['HTTP-001'],
    distorts: { 'every line': onStatus(405)(withoutHeader('allow')) },
  },
  'allow-names-one-method': {
    story: 'Allow names the first method of a path only',
    caughtBy: ['HTTP-001'],
    breaks: { http: { allow: ([method = '']) => method } },
  },
  'wrong-method-500': {
    story: 'an unknown method is answered 500',
    caughtBy: ['HTTP-001'],
    distorts: { 'every line': onStatus(405)(withStatus(500)) },
  },
  'method-overridden': {
    story: 'a header overrides the method',
    caughtBy: ['HTTP-002'],
    breaks: { http: { method: (sent, header) => header('x-http-method-override')[0] ?? law.method(sent, header) } },
  },
  'head-routed-as-post': {
    story: 'HEAD is taken for POST',
    caughtBy: ['HTTP-003'],
    breaks: { http: { method: sent => (sent === 'HEAD' ? 'POST' : sent) } },
  },
  'no-content-with-a-body': {
    story: 'null follows a 204 on the connection',
    caughtBy: ['HTTP-004'],
    distorts: { 'every line': onStatus(204)(wire => ({ ...wire, stray: 'null' })) },
  },
  'no-content-with-a-length': {
    story: 'a 204 announces a body of four bytes that never comes',
    caughtBy: ['HTTP-004'],
    distorts: { 'every line': onStatus(204)(withHeader('content-length', '4')) },
  },
  'date-stands-still': {
    story: 'Date names the day the server was built',
    caughtBy: ['HTTP-005'],
    distorts: { 'every line': withHeader('date', 'Mon, 06 Jan 2025 08:00:00 GMT') },
  },
  'refusals-longer-than-announced': {
    story: 'a refusal ends with a line break that its length does not count',
    caughtBy: ['HTTP-006'],
    distorts: { 'every line': onRefusals(wire => ({ ...wire, stray: '\r\n' })) },
  },
  'refusals-drag-the-request-along': {
    story: 'a refused body is not read and answered as a request of its own',
    caughtBy: ['HTTP-006'],
    distorts: {
      'every line': onRefusals(wire => ({ ...wire, stray: 'HTTP/1.1 400 Bad Request\r\nContent-Length: 0\r\n\r\n' })),
    },
  },
  'sync-read-renews': {
    story: 'reading a sync client ends its tokens',
    caughtBy: ['HTTP-007'],
    breaks: { syncClient: { afterRead: client => ({ ...client, generation: client.generation + 1 }) } },
  },
  'sync-read-makes-a-secret': {
    story: 'reading a sync client makes a new secret',
    caughtBy: ['HTTP-007'],
    breaks: {
      syncClient: { afterRead: client => ({ ...client, secrets: { primary: `${client.secrets.primary}2` } }) },
    },
  },
  'decoded-twice': {
    story: 'path segments are decoded twice',
    caughtBy: ['HTTP-008'],
    breaks: { http: { segment: sent => law.segment(law.segment(sent)) } },
  },
  'matrix-parameters-dropped': {
    story: 'what follows a semicolon in a path is dropped',
    caughtBy: ['HTTP-008'],
    breaks: { http: { path: sent => sent.replace(/;[^/]*/g, '') } },
  },
  'path-resolved-after-decoding': {
    story: 'encoded slashes are decoded before dots are resolved',
    caughtBy: ['HTTP-008'],
    breaks: { http: { path: sent => new URL(sent.replaceAll(/%2f/gi, '/'), 'http://tenant.example').pathname } },
  },
  'filter-stricter-than-router': {
    story: 'a slash at the end leads past the guard to the same directories',
    caughtBy: ['HTTP-009'],
    breaks: {
      http: {
        isOpen: (sent, isPublic) => isPublic || sent.endsWith('/'),
        path: sent => sent.replace(/\/+$/, ''),
      },
    },
  },
  'paths-ignore-case': {
    story: 'the router ignores case and the guard does not',
    caughtBy: ['HTTP-009'],
    breaks: {
      http: {
        isOpen: (sent, isPublic) => isPublic || /[A-Z]/.test(sent),
        path: sent => (/[A-Z]/.test(sent) ? sent.toLowerCase() : sent),
      },
    },
  },
  'query-taken-for-path': {
    story: 'a path with a query is not found',
    caughtBy: ['HTTP-010'],
    breaks: { http: { path: (sent, query) => (query.size > 0 ? `${sent}?${query.toString()}` : sent) } },
  },
  'clients-cached-for-good': {
    story: 'what is shown of a client comes from a cache that nobody clears',
    caughtBy: ['HTTP-012'],
    breaks: {
      clients: { extras: ({ id, access_token_ttl }) => ({ ...first(id, { access_token_ttl }) }) },
    },
  },
  'patch-visible-half': {
    story: 'a change is written member by member, and readers see the first before the others',
    caughtBy: ['HTTP-012'],
    breaks: {
      patch: { stages: (before, after) => [{ ...before, access_token_ttl: after.access_token_ttl }, after] },
    },
  },
} satisfies Record<string, Defect>
