import { http } from '../../laws/http'
import { patch } from '../../laws/patch'
import type { Defect } from '../defect'
import { dropping, onStatus, withHeader, withMember, withStatus } from '../distortions'

const creation = 'POST /acs/broker/oauth2-clients'
const reading = 'GET /acs/broker/oauth2-clients/{id}'

/** What can go wrong in the record of a client: its identity, its secret, its address. */
export const records = {
  'location-is-the-collection': {
    story: 'Location leads to the list instead of the new client',
    caughtBy: ['CLI-003'],
    distorts: { [creation]: onStatus(201)(withHeader('location', '/acs/broker/oauth2-clients')) },
  },
  'id-changes-with-the-client': {
    story: 'every change gives a client another id',
    caughtBy: ['CLI-004'],
    breaks: {
      patch: {
        merge: (before, change) => ({
          ...patch.merge(before, change),
          ...(before.id && { id: before.id.replace(/.$/, last => (last === '0' ? '1' : '0')) }),
        }),
      },
    },
  },
  'phantom-rotation': {
    story: 'a new client looks as if its secret were being rotated',
    caughtBy: ['CLI-006'],
    distorts: { [creation]: onStatus(201)(withMember('rotate_secret', true)) },
  },
  'generated-secrets-equal': {
    story: 'all generated secrets are the same',
    caughtBy: ['CLI-008'],
    breaks: {
      clients: { secretOf: supplied => (typeof supplied === 'string' ? supplied : 'generated'.padEnd(40, 'AZaz09')) },
    },
  },
  'generated-secret-empty': {
    story: 'every client without a secret is taken for a public one',
    caughtBy: ['CLI-007'],
    breaks: { clients: { secretOf: supplied => (typeof supplied === 'string' ? supplied : '') } },
  },
  'lookup-truncated': {
    story: 'a client is looked up by the first 128 characters of its name',
    caughtBy: ['CLI-010', 'CLI-018'],
    breaks: { http: { segment: sent => http.segment(sent).slice(0, 128) } },
  },
  'lookup-in-lower-case': {
    story: 'names are kept as they are and looked up in lower case',
    caughtBy: ['CLI-010'],
    breaks: { http: { segment: sent => http.segment(sent).toLowerCase() } },
  },
  'unknown-client-200': {
    story: 'an unknown client is answered 200',
    caughtBy: ['CLI-014'],
    distorts: { [reading]: onStatus(404)(withStatus(200)) },
  },
  'duplicate-500': {
    story: 'a name that is taken is an internal error',
    caughtBy: ['CLI-015', 'CLI-061'],
    distorts: { [creation]: onStatus(409)(withStatus(500)) },
  },
  'duplicate-template-left': {
    story: 'the duplicate error shows the template of its message',
    caughtBy: ['CLI-016'],
    distorts: {
      [creation]: onStatus(409)(
        withMember('errors.0.message', 'OAuth2 Client with client id {client_id} already exists.'),
      ),
    },
  },
  'duplicate-without-parameters': {
    story: 'the duplicate error names no parameters',
    caughtBy: ['CLI-016'],
    distorts: { [creation]: onStatus(409)(dropping('errors.0.parameters')) },
  },
} satisfies Record<string, Defect>
