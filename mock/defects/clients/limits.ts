import { clients as law } from '../../laws/clients'
import type { Defect } from '../defect'

const isText = (value: unknown): value is string => typeof value === 'string'
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value : [])

/** More that can go wrong when the members of a client are judged: what is refused without need, what slips through. */
export const limits = {
  'client-id-empty': {
    story: 'an empty client_id is accepted',
    caughtBy: ['CLI-019'],
    breaks: { clients: { clientIdFits: value => value === '' || law.clientIdFits(value) } },
  },
  'client-id-ends-before-line-break': {
    story: 'a line break at the end of a client_id goes unnoticed',
    caughtBy: ['CLI-020'],
    breaks: { clients: { clientIdFits: value => isText(value) && law.clientIdFits(value.replace(/\n$/, '')) } },
  },
  'client-id-without-at-sign': {
    story: 'a client_id with an at sign is refused',
    caughtBy: ['CLI-020'],
    breaks: { clients: { clientIdFits: value => law.clientIdFits(value) && !String(value).includes('@') } },
  },
  'grant-types-may-be-empty': {
    story: 'an empty list of grant types is accepted',
    caughtBy: ['CLI-022'],
    breaks: { clients: { grantsFit: value => law.grantsFit(value) || listOf(value) === value } },
  },
  'implicit-grants-refused': {
    story: 'the grant types of the prose are the only ones',
    caughtBy: ['CLI-023'],
    breaks: {
      clients: {
        grantsFit: value =>
          law.grantsFit(value) && !listOf(value).some(grant => /^(token|id_token)$/.test(String(grant))),
      },
    },
  },
  'one-known-grant-will-do': {
    story: 'an unknown grant type passes beside a known one',
    caughtBy: ['CLI-023'],
    breaks: { clients: { grantsFit: value => listOf(value).some(grant => law.grantsFit([grant])) } },
  },
  'grants-in-any-case': {
    story: 'grant types are read in any letter case',
    caughtBy: ['CLI-023'],
    breaks: { clients: { grantsFit: value => law.grantsFit(listOf(value).map(grant => String(grant).toLowerCase())) } },
  },
  'openid-refused': {
    story: 'the scope openid cannot be registered',
    caughtBy: ['CLI-024'],
    breaks: { clients: { scopesFit: value => law.scopesFit(value) && !listOf(value).includes('openid') } },
  },
  'rule-sets-in-any-case': {
    story: 'rule sets in lower case are stored and give no rights',
    caughtBy: ['CLI-025'],
    breaks: {
      clients: { ruleSetsFit: value => law.ruleSetsFit(listOf(value).map(name => String(name).toUpperCase())) },
    },
  },
  'one-known-rule-set-will-do': {
    story: 'an unknown rule set passes beside a known one',
    caughtBy: ['CLI-025'],
    breaks: {
      clients: { ruleSetsFit: value => law.ruleSetsFit(value) || listOf(value).some(name => law.ruleSetsFit([name])) },
    },
  },
  'wildcards-refused': {
    story: 'redirect addresses with a wildcard are refused',
    caughtBy: ['CLI-027'],
    breaks: { clients: { redirectsFit: value => law.redirectsFit(value) && !listOf(value).join().includes('*') } },
  },
  'first-redirect-checked': {
    story: 'only the first redirect address is looked at',
    caughtBy: ['CLI-027'],
    breaks: { clients: { redirectsFit: value => law.redirectsFit(listOf(value).slice(0, 1)) } },
  },
  'logout-needs-https': {
    story: 'logout addresses with http are refused for confidential clients',
    caughtBy: ['CLI-028'],
    breaks: {
      clients: { logoutRedirectsFit: value => law.logoutRedirectsFit(value) && !/http:/.test(listOf(value).join()) },
    },
  },
  'one-refresh-lifetime-will-do': {
    story: 'the refresh_token grant does with one of its lifetimes',
    caughtBy: ['CLI-029'],
    breaks: {
      clients: {
        needsRefreshLifetimes: client =>
          law.needsRefreshLifetimes(client) &&
          (client.refresh_token_ttl ?? client.refresh_token_idle_ttl) === undefined,
      },
    },
  },
  'idle-lifetime-compared-always': {
    story: 'refresh lifetimes are compared without the refresh_token grant',
    caughtBy: ['CLI-030'],
    breaks: {
      clients: {
        idlesTooLong: ({ refresh_token_ttl: whole, refresh_token_idle_ttl: idle }) =>
          whole !== undefined && idle !== undefined && idle > whole,
      },
    },
  },
  'fractions-of-minutes': {
    story: 'a lifetime may have a fraction',
    caughtBy: ['CLI-032'],
    breaks: { clients: { lifetimeFits: value => typeof value === 'number' && value > 0 } },
  },
  'lifetime-in-32-bits': {
    story: 'the seconds of a lifetime overflow',
    caughtBy: ['CLI-033'],
    breaks: { token: { lifetime: ({ access_token_ttl }) => Math.imul(access_token_ttl, 60) } },
  },
  'lifetime-of-nothing': {
    story: 'a lifetime of 0 is accepted and gives tokens that are over',
    caughtBy: ['CLI-034'],
    breaks: { clients: { lifetimeFits: value => value === 0 || law.lifetimeFits(value) } },
  },
} satisfies Record<string, Defect>
