import { clients as law } from '../../laws/clients'
import type { Defect } from '../defect'

const isText = (value: unknown): value is string => typeof value === 'string'

/** What can go wrong when the members of a client are judged. */
export const validation = {
  'client-id-255': {
    story: 'a client_id has at most 255 characters',
    caughtBy: ['CLI-018'],
    breaks: { clients: { clientIdFits: value => law.clientIdFits(value) && isText(value) && value.length < 256 } },
  },
  'client-id-257': {
    story: 'a client_id of 257 characters is accepted',
    caughtBy: ['CLI-019'],
    breaks: { clients: { clientIdFits: value => isText(value) && /^[\w.@-]{1,257}$/.test(value) } },
  },
  'client-id-unanchored': {
    story: 'one good character makes a good client_id',
    caughtBy: ['CLI-020'],
    breaks: { clients: { clientIdFits: value => isText(value) && value.length <= 256 && /[\w.@-]/.test(value) } },
  },
  'scope-optional': {
    story: 'a client without scope is accepted',
    caughtBy: ['CLI-021'],
    breaks: { clients: { required: ['client_id', 'grant_types'] } },
  },
  'scope-may-be-empty': {
    story: 'an empty scope is accepted',
    caughtBy: ['CLI-022'],
    breaks: { clients: { scopesFit: value => law.scopesFit(value) || (Array.isArray(value) && value.length === 0) } },
  },
  'grant-types-unchecked': {
    story: 'unknown grant types are stored',
    caughtBy: ['CLI-023'],
    breaks: { clients: { grantsFit: value => Array.isArray(value) && value.length > 0 } },
  },
  'scope-with-blank': {
    story: 'a scope may contain a blank',
    caughtBy: ['CLI-024'],
    breaks: {
      clients: {
        scopesFit: value =>
          Array.isArray(value) && law.scopesFit(value.map(item => (isText(item) ? item.replaceAll(' ', '') : item))),
      },
    },
  },
  'rule-sets-unchecked': {
    story: 'unknown rule sets are stored',
    caughtBy: ['CLI-025'],
    breaks: { clients: { ruleSetsFit: value => Array.isArray(value) } },
  },
  'redirect-not-needed': {
    story: 'authorization_code does without redirect_uris',
    caughtBy: ['CLI-026'],
    breaks: { clients: { needsRedirect: () => false } },
  },
  'redirects-unchecked': {
    story: 'redirect_uris may be anything',
    caughtBy: ['CLI-027'],
    breaks: { clients: { redirectsFit: value => Array.isArray(value) } },
  },
  'logout-redirects-unchecked': {
    story: 'post_logout_redirect_uris may be anything',
    caughtBy: ['CLI-028'],
    breaks: { clients: { logoutRedirectsFit: value => Array.isArray(value) } },
  },
  'refresh-lifetimes-optional': {
    story: 'refresh_token does without lifetimes',
    caughtBy: ['CLI-029'],
    breaks: { clients: { needsRefreshLifetimes: () => false } },
  },
  'idle-lifetime-unchecked': {
    story: 'the idle lifetime may exceed the whole',
    caughtBy: ['CLI-031'],
    breaks: { clients: { idlesTooLong: () => false } },
  },
  'negative-lifetime': {
    story: 'a negative lifetime is accepted',
    caughtBy: ['CLI-032'],
    breaks: { clients: { lifetimeFits: value => Number.isInteger(value) } },
  },
} satisfies Record<string, Defect>
