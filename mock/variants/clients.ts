import { writable } from '../client-draft'
import { clients as law } from '../laws/clients'
import { plainId } from '../laws/names'
import { patch as patchLaw } from '../laws/patch'
import { rotation as rotationLaw } from '../laws/rotation'
import type { Variant } from './variant'

const readOnly = ['id', 'rotate_secret', 'primary_secret_auto_retires_at', '_links']

const known = new Set([...writable, 'secret'])

/** Choices of client administration. */
export const clients = {
  'secret-echoed': {
    story: 'a supplied secret is shown in the answer to the creation',
    shows: 'in the reply to its creation a supplied secret is shown',
    chooses: { clients: { shownSecret: (_, secret) => ({ secret }) } },
  },
  'unknown-members-refused': {
    story: 'a body with a member that cannot be written is refused (MEDIA-014)',
    shows: 'an unknown member on creation is refused with 400',
    chooses: { clients: { surplus: draft => Object.keys(draft).filter(name => !known.has(name)) } },
  },
  'read-only-members-refused': {
    story: 'a body with a read-only member is refused, other surplus is ignored (CLI-006)',
    shows: 'rotate_secret on creation is refused with 400',
    chooses: { clients: { surplus: draft => readOnly.filter(name => Object.hasOwn(draft, name)) } },
  },
  'duplicates-collapsed': {
    story: 'a rule set named twice is kept once',
    shows: 'a rule set named twice is kept once',
    chooses: {
      patch: {
        merge: (before, change) => {
          const { rule_set_names: names } = change
          return patchLaw.merge(before, names ? { ...change, rule_set_names: [...new Set(names)] } : change)
        },
      },
    },
  },
  'long-lifetimes-refused': {
    story: 'an access token lives for ten years at most',
    shows: 'an access_token_ttl of 2147483647 minutes is refused with 400',
    chooses: { clients: { lifetimeFits: minutes => law.lifetimeFits(minutes) && Number(minutes) <= 5_256_000 } },
  },
  'patched-secret-ignored': {
    story: 'a secret in a patch has no effect (CLI-043)',
    shows: 'after a PATCH of secret a token goes to the old secret',
    chooses: { patch: { secrets: before => before } },
  },
  'idle-equal-refused': {
    story: 'the idle lifetime must be less than the whole, not equal (A-07)',
    shows: 'a creation with equal refresh lifetimes is refused with 400',
    chooses: {
      clients: {
        idlesTooLong: client =>
          law.idlesTooLong(client) ||
          (client.grant_types.includes('refresh_token') && client.refresh_token_ttl === client.refresh_token_idle_ttl),
      },
    },
  },
  'found-by-uuid': {
    story: 'the identity of a client addresses it as well (A-14)',
    shows: 'by its UUID a client is found, too',
    chooses: {
      clients: {
        addressed: (inPath, rows) => {
          const named =
            rows.get(inPath) ??
            [...rows.values()].find(({ client, deleted }) => client.id === plainId(inPath) && !deleted)
          return named?.client.client_id ?? inPath
        },
      },
    },
  },
  'redirects-emptied': {
    story: 'a patch may empty redirect_uris beside authorization_code (A-23)',
    shows: 'clearing redirect_uris beside authorization_code is accepted',
    chooses: {
      clients: {
        needsRedirect: (client, before) =>
          law.needsRedirect(client) && before?.grant_types.includes('authorization_code') !== true,
      },
    },
  },
  'refresh-lifetime-emptied': {
    story: 'a patch to 0 takes a refresh lifetime away, also beside the grant that needs it (A-07)',
    shows: 'a PATCH of refresh_token_idle_ttl to 0 beside the refresh_token grant is accepted',
    chooses: {
      clients: {
        needsRefreshLifetimes: (client, before) =>
          law.needsRefreshLifetimes(client) && before?.grant_types.includes('refresh_token') !== true,
        idlesTooLong: client => client.refresh_token_ttl !== undefined && law.idlesTooLong(client),
      },
    },
  },
  'retirement-with-body-refused': {
    story: 'the end of a rotation takes no body (A-47)',
    shows: 'a retirement with a body is refused with 400',
    chooses: { rotation: { toleratesBody: bytes => bytes === 0 } },
  },
  'retirement-in-milliseconds': {
    story: 'primary_secret_auto_retires_at counts milliseconds (A-16)',
    shows: 'primary_secret_auto_retires_at counts milliseconds',
    chooses: {
      rotation: {
        shown: secrets =>
          secrets.retiresAt === undefined
            ? rotationLaw.shown(secrets)
            : { rotate_secret: true, primary_secret_auto_retires_at: secrets.retiresAt * 1000 },
      },
    },
  },
  'zero-duration-refused': {
    story: 'a rotation of no duration is refused (A-17)',
    shows: 'a rotation with a duration of 0 is refused with 400',
    chooses: { rotation: { durationFits: minutes => minutes !== 0 && rotationLaw.durationFits(minutes) } },
  },
} satisfies Record<string, Variant>
