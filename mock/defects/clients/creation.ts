import type { Defect } from '../defect'
import { dropping, onStatus, withMember, withStatus } from '../distortions'

const line = 'POST /acs/broker/oauth2-clients'

/** What can go wrong when a client is made. */
export const creation = {
  'created-answered-200': {
    story: 'creation is answered 200',
    caughtBy: ['CLI-001'],
    distorts: { [line]: onStatus(201)(withStatus(200)) },
  },
  'logout-redirects-dropped': {
    story: 'post_logout_redirect_uris is not shown after creation',
    caughtBy: ['CLI-002'],
    distorts: { [line]: dropping('post_logout_redirect_uris') },
  },
  'self-link-internal': {
    story: 'the self link leads to an internal host',
    caughtBy: ['CLI-003', 'HTTP-011'],
    distorts: { [line]: onStatus(201)(withMember('_links', { self: { href: 'http://acs.internal:8080/clients/1' } })) },
  },
  'id-chosen-by-caller': {
    story: 'the caller chooses the id',
    caughtBy: ['CLI-005'],
    breaks: { clients: { identity: (generated, { id }) => (typeof id === 'string' ? id : generated) } },
  },
  'id-no-uuid': {
    story: 'id is no UUID',
    caughtBy: ['CLI-004'],
    breaks: { clients: { identity: generated => generated.slice(0, 8) } },
  },
  'generated-secret-not-shown': {
    story: 'a generated secret is never shown',
    caughtBy: ['CLI-007'],
    breaks: { clients: { shownSecret: () => ({}) } },
  },
  'generated-secret-weak': {
    story: 'generated secrets can be guessed',
    caughtBy: ['CLI-008'],
    breaks: {
      clients: { secretOf: (supplied, generate) => (typeof supplied === 'string' ? supplied : generate().slice(0, 4)) },
    },
  },
  'supplied-secret-replaced': {
    story: 'a supplied secret is replaced by a generated one',
    caughtBy: ['CLI-009'],
    breaks: { clients: { secretOf: (_, generate) => generate() } },
  },
  'duplicate-overwrites': {
    story: 'a second creation overwrites the first client',
    caughtBy: ['CLI-015', 'CLI-061'],
    breaks: { clients: { isTaken: () => false } },
  },
  'duplicate-code-changed': {
    story: 'the duplicate error has another code',
    caughtBy: ['CLI-016'],
    distorts: { [line]: onStatus(409)(withMember('errors.0.code', 'conflict')) },
  },
  'names-stay-taken': {
    story: 'the name of a deleted client stays taken',
    caughtBy: ['CLI-051'],
    breaks: { clients: { isTaken: row => row !== undefined } },
  },
} satisfies Record<string, Defect>
