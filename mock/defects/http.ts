import { http as law } from '../laws/http'
import type { Defect } from './defect'
import { onStatus, withStatus, withoutHeader } from './distortions'

/** What can go wrong with plain HTTP, and with what protects it. */
export const http = {
  'allow-missing': {
    story: 'a 405 does not say what is allowed',
    caughtBy: ['HTTP-001'],
    distorts: { 'every line': onStatus(405)(withoutHeader('allow')) },
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
  'answers-cacheable': {
    story: 'management answers may be cached by anybody',
    caughtBy: ['SEC-004'],
    breaks: { http: { caching: () => 'public, max-age=60' } },
  },
  'sniffing-allowed': {
    story: 'nothing forbids guessing the content type',
    caughtBy: ['SEC-006'],
    breaks: { http: { always: () => ({}) } },
  },
} satisfies Record<string, Defect>
