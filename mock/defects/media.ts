import { media as law } from '../laws/media'
import type { Defect } from './defect'
import { onStatus, withHeader, withStatus } from './distortions'

/** What can go wrong between bytes and meaning. */
export const media = {
  'no-documented-type': {
    story: 'no documented media type is understood',
    caughtBy: ['MEDIA-001'],
    breaks: { media: { generations: [kind => `application/x-${kind}+json`] } },
  },
  'json-not-understood': {
    story: 'only vendor types are understood',
    caughtBy: ['MEDIA-002'],
    breaks: { media: { generations: law.generations.slice(1) } },
  },
  'type-case-sensitive': {
    story: 'the case of a media type counts',
    caughtBy: ['MEDIA-004'],
    breaks: { media: { equal: (one, other) => one === other } },
  },
  'charset-refused': {
    story: 'a charset parameter is refused',
    caughtBy: ['MEDIA-005'],
    breaks: { media: { charsetFits: charset => charset === null } },
  },
  'any-type-taken': {
    story: 'the type of a body is not looked at',
    caughtBy: ['MEDIA-006'],
    breaks: { media: { equal: () => true } },
  },
  'accept-wildcards-refused': {
    story: 'an Accept header must name the type exactly',
    caughtBy: ['MEDIA-008'],
    breaks: { media: { specificity: (range, type) => (range === type ? 3 : 0) } },
  },
  'octets-answered': {
    story: 'answers are labelled as octets',
    caughtBy: ['MEDIA-009'],
    distorts: {
      'GET /acs/broker/oauth2-clients/{id}': onStatus(200)(withHeader('content-type', 'application/octet-stream')),
    },
  },
  'parser-error-500': {
    story: 'a body that cannot be read is answered 500',
    caughtBy: ['MEDIA-010', 'MEDIA-012', 'MEDIA-013'],
    distorts: { 'POST /acs/broker/oauth2-clients': onStatus(400)(withStatus(500)) },
  },
  'null-taken-for-object': {
    story: 'null is taken for an object',
    caughtBy: ['MEDIA-012'],
    breaks: { media: { shapeFits: (value): value is Readonly<Record<string, unknown>> => value !== undefined } },
  },
  'scope-as-text': {
    story: 'scope may be one string',
    caughtBy: ['MEDIA-013'],
    breaks: { clients: { scopesFit: value => typeof value === 'string' || Array.isArray(value) } },
  },
  'body-taken-for-latin-1': {
    story: 'each byte of a body is taken for a letter',
    caughtBy: ['MEDIA-015'],
    breaks: { media: { text: body => body.toString('latin1') } },
  },
  'letters-lost-on-the-way': {
    story: 'a name is answered without what is not ASCII',
    caughtBy: ['MEDIA-015'],
    breaks: {
      directories: { shown: ({ name, ...rest }) => ({ ...rest, name: name.replaceAll(/[^\x20-\x7e]/g, '?') }) },
    },
  },
  'guide-type-crashes': {
    story: 'the media type of the guide is a server error since the brand has changed',
    caughtBy: ['MEDIA-003'],
    breaks: {
      media: {
        equal: (one, other) => {
          if (/vnd\.omnissa/i.test(other)) throw new Error(`no converter for ${one}`)
          return law.equal(one, other)
        },
      },
    },
  },
  'no-offer-crashes': {
    story: 'an Accept header without any offered type is a server error',
    caughtBy: ['MEDIA-007'],
    distorts: { 'GET /acs/broker/oauth2-clients': onStatus(406)(withStatus(500)) },
  },
  'empty-body-crashes': {
    story: 'an empty body makes the parser throw',
    caughtBy: ['MEDIA-011'],
    breaks: { media: { isEmpty: body => JSON.parse(body.toString() || 'nothing') === undefined } },
  },
  'surplus-crashes': {
    story: 'a member nobody knows is a server error',
    caughtBy: ['MEDIA-014'],
    breaks: {
      clients: {
        surplus: draft => {
          const stranger = Object.keys(draft).find(name => name.startsWith('x_'))
          if (stranger !== undefined) throw new Error(`unrecognized field ${stranger}`)
          return []
        },
      },
    },
  },
  'nesting-overflows': {
    story: 'deeply nested lists overflow the stack of the parser',
    caughtBy: ['MEDIA-017'],
    breaks: {
      media: {
        depthFits: depth => {
          if (depth > 1000) throw new RangeError('stack overflow')
          return true
        },
      },
    },
  },
  'encoding-guessed': {
    story: 'a body that is no UTF-8 is taken for Latin-1 and stored',
    caughtBy: ['MEDIA-016'],
    breaks: { media: { text: body => law.text(body) ?? body.toString('latin1') } },
  },
} satisfies Record<string, Defect>
