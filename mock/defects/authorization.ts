import { accessTokens } from '../laws/access-tokens'
import { authorization as law } from '../laws/authorization'
import type { Right } from '../laws/authorization'
import type { Line } from '../routes'
import type { Defect } from './defect'
import { asHtml, dropping, onStatus, withMember, withStatus } from './distortions'

const yes = true
const no = false

/** One operation takes another right than it declares. */
const misfiled =
  (line: Line, right: Right): typeof law.right =>
  (asked, declared) =>
    asked === line ? right : declared

/** A right that nobody has. */
const nobodys = 'userinfo:read'

/** The rule sets that were seen first, by the identity of the client. */
const firstRules = new Map<string, readonly string[]>()

/** All rule sets that were ever seen, by the identity of the client. */
const everHad = new Map<string, readonly string[]>()

/** What can go wrong when rights are judged. */
export const authorization = {
  'rotation-in-no-rule-set': {
    story: 'the rotation of secrets was added later and is in no rule set',
    caughtBy: ['AUTHZ-001'],
    breaks: { authorization: { right: misfiled('POST /acs/broker/oauth2-clients/{id}', nobodys) } },
  },
  'tenant-admin-makes-no-providers': {
    story: 'identity providers are left to IDP_AND_DIRECTORY_ADMIN alone',
    caughtBy: ['AUTHZ-001'],
    breaks: { authorization: { permissions: { 'identity-providers:write': [no, yes, no, no] } } },
  },
  'read-only-cannot-read': {
    story: 'READ_ONLY_TENANT_ADMIN reads no clients',
    caughtBy: ['AUTHZ-002'],
    breaks: { authorization: { permissions: { 'clients:read': [yes, no, no, no] } } },
  },
  'sync-client-too-secret': {
    story: 'reading a sync client takes the right to change it',
    caughtBy: ['AUTHZ-002'],
    breaks: {
      authorization: {
        right: misfiled('GET /usergroup/broker/directories/{id}/sync-client', 'directories:write'),
      },
    },
  },
  'read-only-writes': {
    story: 'READ_ONLY_TENANT_ADMIN changes clients',
    caughtBy: ['AUTHZ-003'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, no, yes, no] } } },
  },
  'read-only-makes-credentials': {
    story: 'READ_ONLY_TENANT_ADMIN gets itself credentials of a sync client',
    caughtBy: ['AUTHZ-003'],
    breaks: {
      authorization: {
        right: misfiled('POST /usergroup/broker/directories/{id}/sync-client', 'directories:read'),
      },
    },
  },
  'patch-taken-for-reading': {
    story: 'only POST and DELETE count as changes, so who reads may PATCH',
    caughtBy: ['AUTHZ-003'],
    breaks: {
      authorization: {
        right: (line, declared) =>
          line.startsWith('PATCH') ? (declared.replace(':write', ':read') as Right) : declared,
      },
    },
  },
  'directory-admin-changes-no-providers': {
    story: 'IDP_AND_DIRECTORY_ADMIN makes and deletes identity providers but cannot change them',
    caughtBy: ['AUTHZ-004'],
    breaks: {
      authorization: { right: misfiled('PATCH /federation/broker/identity-providers/{idpId}', 'clients:write') },
    },
  },
  'directory-admin-gets-no-credentials': {
    story: 'credentials of a sync client are left to TENANT_ADMIN because they are secret',
    caughtBy: ['AUTHZ-004'],
    breaks: {
      authorization: { right: misfiled('POST /usergroup/broker/directories/{id}/sync-client', 'clients:write') },
    },
  },
  'directory-admin-makes-clients': {
    story: 'IDP_AND_DIRECTORY_ADMIN manages clients',
    caughtBy: ['AUTHZ-005'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, yes, no, no] } } },
  },
  'directory-admin-rotates-secrets': {
    story: 'IDP_AND_DIRECTORY_ADMIN gives any client a secret of its own choice',
    caughtBy: ['AUTHZ-005'],
    breaks: { authorization: { right: misfiled('POST /acs/broker/oauth2-clients/{id}', 'directories:write') } },
  },
  'no-rule-set-no-limits': {
    story: 'a client without rule sets may do everything',
    caughtBy: ['AUTHZ-006'],
    breaks: { authorization: { permissions: { 'clients:write': [yes, no, no, yes] } } },
  },
  'no-rule-set-no-rules': {
    story: 'an empty list of rule sets is taken for no restriction',
    caughtBy: ['AUTHZ-006'],
    breaks: { authorization: { may: (rules, row) => rules.length === 0 || law.may(rules, row) } },
  },
  'scope-not-needed': {
    story: 'a rule set is enough without the admin scope',
    caughtBy: ['AUTHZ-007'],
    breaks: { authorization: { scopeFits: () => true } },
  },
  'reduced-scope-ignored': {
    story: 'a token carries all scopes of its client, whichever were asked for',
    caughtBy: ['AUTHZ-007'],
    breaks: {
      accessTokens: {
        claims: (client, issuer, _scope, ...rest) => accessTokens.claims(client, issuer, client.scope, ...rest),
      },
    },
  },
  'rule-sets-intersect': {
    story: 'several rule sets allow only what each allows',
    caughtBy: ['AUTHZ-008'],
    breaks: {
      authorization: { may: (rules, row) => rules.length > 0 && rules.every(rule => law.may([rule], row)) },
    },
  },
  'first-rule-set-wins': {
    story: 'of several rule sets only the first counts',
    caughtBy: ['AUTHZ-008'],
    breaks: { authorization: { may: (rules, row) => law.may(rules.slice(0, 1), row) } },
  },
  'last-rule-set-wins': {
    story: 'of several rule sets only the last counts',
    caughtBy: ['AUTHZ-008'],
    breaks: { authorization: { may: (rules, row) => law.may(rules.slice(-1), row) } },
  },
  'denied-as-missing': {
    story: 'a denial is answered 404',
    caughtBy: ['AUTHZ-009'],
    distorts: { 'every line': onStatus(403)(withStatus(404)) },
  },
  'denied-as-stranger': {
    story: 'a denial is answered 401, as if the token were bad',
    caughtBy: ['AUTHZ-009'],
    distorts: { 'every line': onStatus(403)(withStatus(401)) },
  },
  'denial-500': {
    story: 'a denial is an exception that nobody catches',
    caughtBy: ['AUTHZ-003', 'AUTHZ-009'],
    distorts: { 'every line': onStatus(403)(withStatus(500)) },
  },
  'denial-page': {
    story: 'a denial is answered with a page',
    caughtBy: ['AUTHZ-010'],
    distorts: { 'PATCH /usergroup/broker/directories/{id}': onStatus(403)(asHtml()) },
  },
  'denial-without-code': {
    story: 'the envelope of a denial has no code',
    caughtBy: ['AUTHZ-010'],
    distorts: { 'every line': onStatus(403)(dropping('errors.0.code')) },
  },
  'denial-without-scim-schema': {
    story: 'the error message of SCIM does not say that it is one',
    caughtBy: ['AUTHZ-010'],
    distorts: { 'POST /usergroup/scim/v2/Users': onStatus(403)(withMember('schemas', [])) },
  },
  'applied-then-403': {
    story: 'a denied write takes effect before it is answered 403',
    caughtBy: ['AUTHZ-003', 'AUTHZ-011'],
    breaks: { gates: ['host', 'authentication', 'method', 'effect', 'authorization', 'media'] },
  },
  'read-only-provisions': {
    story: 'READ_ONLY_TENANT_ADMIN changes users and groups',
    caughtBy: ['AUTHZ-012'],
    breaks: { authorization: { permissions: { 'scim:write': [no, no, yes, no] } } },
  },
  'groups-open-to-strangers': {
    story: 'groups are shown without a token, because the reference declares none for SCIM',
    caughtBy: ['AUTHZ-012'],
    distorts: { 'GET /usergroup/scim/v2/Groups': onStatus(401)(withStatus(200)) },
  },
  'sync-client-almighty': {
    story: 'the sync client of a directory may do everything',
    caughtBy: ['AUTHZ-013'],
    breaks: { authorization: { provisions: (_right, directory) => directory !== undefined } },
  },
  'sync-client-reads-all': {
    story: 'the sync client of a directory reads whatever administrators read',
    caughtBy: ['AUTHZ-013'],
    breaks: {
      authorization: {
        provisions: (right, directory) =>
          law.provisions(right, directory) || (directory !== undefined && right.endsWith(':read')),
      },
    },
  },
  'sync-client-everywhere': {
    story: 'a sync client sees and changes the users and groups of all directories',
    caughtBy: ['AUTHZ-014'],
    breaks: { scim: { isVisible: () => true } },
  },
  'rule-sets-cached': {
    story: 'tokens carry the rule sets that their client had when it got its first token',
    caughtBy: ['AUTHZ-015'],
    breaks: {
      accessTokens: {
        claims: (client, ...rest) => {
          const rules = firstRules.get(client.id) ?? client.rule_set_names
          firstRules.set(client.id, rules)
          return { ...accessTokens.claims(client, ...rest), rules }
        },
      },
    },
  },
  'rights-never-shrink': {
    story: 'a rule set that is taken from a client stays in its tokens',
    caughtBy: ['AUTHZ-015'],
    breaks: {
      accessTokens: {
        claims: (client, ...rest) => {
          const rules = [...new Set([...(everHad.get(client.id) ?? []), ...client.rule_set_names])]
          everHad.set(client.id, rules)
          return { ...accessTokens.claims(client, ...rest), rules }
        },
      },
    },
  },
  'discovery-needs-a-token': {
    story: 'the filter that asks for a token covers the discovery document, too',
    caughtBy: ['AUTHZ-016'],
    distorts: { 'GET /acs/.well-known/openid-configuration': withStatus(401) },
  },
  'keys-need-a-token': {
    story: 'the filter that asks for a token covers the key set, too',
    caughtBy: ['AUTHZ-016'],
    distorts: { 'GET /acs/jwks': withStatus(401) },
  },
} satisfies Record<string, Defect>
