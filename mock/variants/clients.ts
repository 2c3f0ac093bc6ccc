import { writable } from '../client-draft'
import { clients as law } from '../laws/clients'
import { patch as patchLaw } from '../laws/patch'
import { rotation as rotationLaw } from '../laws/rotation'
import type { Variant } from './variant'

const readOnly = ['id', 'rotate_secret', 'primary_secret_auto_retires_at', '_links']

const known = new Set([...writable, 'secret'])

/** Choices of client administration. */
export const clients = {
  'secret-echoed': {
    story: 'a supplied secret is shown in the answer to the creation',
    chooses: { clients: { shownSecret: (_, secret) => ({ secret }) } },
  },
  'unknown-members-refused': {
    story: 'a body with a member that cannot be written is refused (MEDIA-014)',
    chooses: { clients: { surplus: draft => Object.keys(draft).filter(name => !known.has(name)) } },
  },
  'read-only-members-refused': {
    story: 'a body with a read-only member is refused, other surplus is ignored (CLI-006)',
    chooses: { clients: { surplus: draft => readOnly.filter(name => Object.hasOwn(draft, name)) } },
  },
  'duplicates-collapsed': {
    story: 'a rule set named twice is kept once',
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
    chooses: { clients: { lifetimeFits: minutes => law.lifetimeFits(minutes) && Number(minutes) <= 5_256_000 } },
  },
  'patched-secret-ignored': {
    story: 'a secret in a patch has no effect (CLI-043)',
    chooses: { patch: { secrets: before => before } },
  },
  'idle-equal-refused': {
    story: 'the idle lifetime must be less than the whole, not equal (A-07)',
    chooses: {
      clients: {
        idlesTooLong: client =>
          law.idlesTooLong(client) ||
          (client.grant_types.includes('refresh_token') && client.refresh_token_ttl === client.refresh_token_idle_ttl),
      },
    },
  },
  'retirement-in-milliseconds': {
    story: 'primary_secret_auto_retires_at counts milliseconds (A-16)',
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
    chooses: { rotation: { durationFits: minutes => minutes !== 0 && rotationLaw.durationFits(minutes) } },
  },
} satisfies Record<string, Variant>
