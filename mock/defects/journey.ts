import type { Client } from '../client'
import { accessTokens as law } from '../laws/access-tokens'
import type { Defect } from './defect'
import { onStatus, withStatus } from './distortions'

const yes = true
const no = false

const firstIssue = new WeakMap<Client, number>()

/** What can go wrong on the way the guide describes. */
export const journey = {
  'example-refused': {
    story: 'the refresh lifetimes of the published example are refused',
    caughtBy: ['E2E-001', 'CLI-030'],
    breaks: {
      clients: {
        idlesTooLong: ({ refresh_token_ttl: whole, refresh_token_idle_ttl: idle }) =>
          idle !== undefined && idle >= (whole ?? 0),
      },
    },
  },
  'console-client-may-not-create': {
    story: 'the client made by hand cannot make others',
    caughtBy: ['E2E-002', 'E2E-001'],
    breaks: { authorization: { permissions: { 'clients:write': [no, yes, no, no] } } },
  },
  'secret-normalised-on-creation': {
    story: 'a secret is stored in another case than it is compared in',
    caughtBy: ['E2E-003', 'CLI-009'],
    breaks: {
      clients: {
        secretOf: (supplied, generate) => (typeof supplied === 'string' ? supplied.toUpperCase() : generate()),
      },
    },
  },
  'new-tokens-are-old': {
    story: 'new tokens carry the time of the last full hour',
    caughtBy: ['E2E-006', 'TOK-011'],
    breaks: { accessTokens: { issuedAt: now => Math.floor(now / 3600) * 3600 } },
  },
  'token-handed-out-again': {
    story: 'a client gets the token of its first request again, also when that has expired',
    caughtBy: ['E2E-006', 'TOK-011'],
    breaks: {
      accessTokens: {
        claims: (client, issuer, scope, issuedAt, seconds, jti) => {
          const first = firstIssue.get(client) ?? issuedAt
          firstIssue.set(client, first)
          return law.claims(client, issuer, scope, first, seconds, jti)
        },
      },
    },
  },
  'token-endpoint-moved': {
    story: 'the token endpoint answers 404',
    caughtBy: ['TOK-001'],
    distorts: { 'POST /acs/token': withStatus(404) },
  },
  'creation-accepted-only': {
    story: 'creation is answered 202',
    caughtBy: ['E2E-001', 'CLI-001'],
    distorts: { 'POST /acs/broker/oauth2-clients': onStatus(201)(withStatus(202)) },
  },
  'list-closed-to-all': {
    story: 'nobody may read clients',
    caughtBy: ['E2E-009', 'AUTHZ-001'],
    breaks: { authorization: { permissions: { 'clients:read': [no, no, yes, no] } } },
  },
  'deletion-cascades': {
    story: 'the clients that a client made are deleted with it',
    caughtBy: ['E2E-007'],
    breaks: {
      clients: {
        alongWith: ({ client_id }, rows) =>
          [...rows.values()].filter(({ client }) => client.maker === client_id).map(({ client }) => client.client_id),
      },
    },
  },
  'federation-trusts-nobody': {
    story: 'the federation service knows none of the keys that sign',
    caughtBy: ['E2E-009'],
    distorts: { 'GET /federation/broker/identity-providers': onStatus(200)(withStatus(401)) },
  },
} satisfies Record<string, Defect>
