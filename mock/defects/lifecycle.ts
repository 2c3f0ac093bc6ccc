import type { Secrets } from '../client'
import { clients as clientLaw } from '../laws/clients'
import { patch as patchLaw } from '../laws/patch'
import { rotation as rotationLaw } from '../laws/rotation'
import type { Defect } from './defect'

const runs = ({ secondary }: Secrets): boolean => secondary !== undefined

const patches = new Map<string, number>()

/** How many patches a client has had, this one included; its creation, which fills in an empty client, is none. */
const counted = (id: string): number => {
  const count = (patches.get(id) ?? -1) + 1
  patches.set(id, count)
  return count
}

const isThird = (count: number) => count > 0 && count % 3 === 0

const lost = (before: readonly string[], after: readonly string[]) => before.some(name => !after.includes(name))

const stemOf = (client_id: string): string => client_id.slice(0, -1)

/** What only a sequence of calls brings to light: each call by itself does what it should. */
export const lifecycle = {
  'recreated-with-old-rule-sets': {
    story: 'a client gets the rule sets of a deleted client of the same name in addition to its own',
    caughtBy: ['CLI-051'],
    breaks: {
      clients: {
        inherits: (fresh, { rule_set_names: old }) => ({
          ...fresh,
          rule_set_names: [...new Set([...fresh.rule_set_names, ...old])],
        }),
      },
    },
  },
  'recreated-in-rotation': {
    story: 'the rotation of a deleted client goes on when its name is used again',
    caughtBy: ['CLI-051'],
    breaks: {
      clients: {
        inherits: (fresh, { secrets }) => ({ ...fresh, secrets: { ...secrets, primary: fresh.secrets.primary } }),
      },
    },
  },
  'recreated-with-old-lifetime': {
    story: 'the access_token_ttl of a deleted client is found again in a cache when its name is used again',
    caughtBy: ['CLI-051'],
    breaks: { clients: { inherits: (fresh, { access_token_ttl }) => ({ ...fresh, access_token_ttl }) } },
  },
  'duplicate-overwrites-scope': {
    story: 'a refused creation has replaced the scope of the client that exists',
    caughtBy: ['CLI-015'],
    breaks: { clients: { afterRefusal: (existing, { scope }) => ({ ...existing, scope }) } },
  },
  'duplicate-replaces-staged-secret': {
    story: 'a refused creation during a rotation replaces the secondary secret',
    caughtBy: ['CLI-015'],
    breaks: {
      clients: {
        afterRefusal: (existing, { secrets: { primary } }) =>
          runs(existing.secrets) ? { ...existing, secrets: { ...existing.secrets, secondary: primary } } : existing,
      },
    },
  },
  'duplicate-ends-rotation': {
    story: 'a refused creation ends the rotation of the client that exists',
    caughtBy: ['CLI-015'],
    breaks: {
      clients: {
        afterRefusal: existing => ({ ...existing, secrets: { primary: existing.secrets.primary } }),
      },
    },
  },
  'third-patch-lost': {
    story: 'every third patch of a client is lost',
    caughtBy: ['CLI-035'],
    breaks: {
      patch: { merge: (before, change) => (isThird(counted(before.id)) ? before : patchLaw.merge(before, change)) },
    },
  },
  'patch-ends-rotation': {
    story: 'a patch during a rotation drops the secondary secret',
    caughtBy: ['ROT-003', 'CLI-036'],
    breaks: { patch: { secrets: ({ primary }) => ({ primary }) } },
  },
  'patch-swaps-secrets': {
    story: 'a patch during a rotation swaps the two secrets, so that the new one is retired afterwards',
    caughtBy: ['ROT-006'],
    breaks: {
      patch: {
        secrets: before =>
          before.secondary === undefined ? before : { ...before, primary: before.secondary, secondary: before.primary },
      },
    },
  },
  'second-rotation-readmits': {
    story: 'while a second rotation runs, the secret that the first one retired is good again',
    caughtBy: ['ROT-006'],
    breaks: {
      rotation: {
        accepted: secrets => [...rotationLaw.accepted(secrets), ...(runs(secrets) ? (secrets.retired ?? []) : [])],
      },
    },
  },
  'third-rotation-refused': {
    story: 'a client can change its secret twice and no more',
    caughtBy: ['ROT-016'],
    breaks: { rotation: { mayStart: ({ secondary, retired = [] }) => secondary === undefined && retired.length < 2 } },
  },
  'second-retirement-kills-tokens': {
    story: 'the second retirement of a secret withdraws the tokens; the first does not',
    caughtBy: ['ROT-017'],
    breaks: { rotation: { generation: (before, { retired = [] }) => (retired.length > 1 ? before + 1 : before) } },
  },
  'second-removal-spares-tokens': {
    story: 'only the first removal of a rule set withdraws the tokens of a client',
    caughtBy: ['CLI-044'],
    breaks: {
      patch: {
        generation: (before, after, asked) =>
          before.generation > 0 ? before.generation : patchLaw.generation(before, after, asked),
      },
    },
  },
  'removal-in-rotation-spares-tokens': {
    story: 'the removal of a rule set during a rotation withdraws no tokens',
    caughtBy: ['CLI-044'],
    breaks: {
      patch: {
        generation: (before, after, asked) => patchLaw.generation(before, after, asked && !runs(before.secrets)),
      },
    },
  },
  'returned-rule-set-revives-tokens': {
    story: 'tokens withdrawn with a rule set are good again when a rule set is added',
    caughtBy: ['CLI-044'],
    breaks: {
      patch: {
        generation: (before, after, asked) =>
          before.generation > 0 && lost(after.rule_set_names, before.rule_set_names)
            ? before.generation - 1
            : patchLaw.generation(before, after, asked),
      },
    },
  },
  'patch-in-rotation-kills-tokens': {
    story: 'any patch during a rotation withdraws the tokens',
    caughtBy: ['CLI-046'],
    breaks: {
      patch: {
        generation: (before, after, asked) =>
          runs(before.secrets) ? before.generation + 1 : patchLaw.generation(before, after, asked),
      },
    },
  },
  'second-deletion-revives': {
    story: 'deleting a client that is deleted brings it back',
    caughtBy: ['CLI-048'],
    breaks: { clients: { remains: row => ({ ...row, deleted: false }) } },
  },
  'deleted-in-rotation-lives-on': {
    story: 'a client that is deleted during a rotation lives on',
    caughtBy: ['CLI-048'],
    breaks: { clients: { isUsable: row => clientLaw.isUsable(row) || runs(row.client.secrets) } },
  },
  'deleted-in-rotation-still-listed': {
    story: 'a client that is deleted during a rotation stays in the list',
    caughtBy: ['CLI-060'],
    breaks: { clients: { isListed: row => clientLaw.isListed(row) || runs(row.client.secrets) } },
  },
  'deletion-withdraws-tokens-of-neighbour': {
    story: 'a deletion withdraws the tokens of clients whose names differ in the last character only',
    caughtBy: ['TOK-010'],
    breaks: {
      clients: {
        bereaved: (gone, rows) =>
          [...rows.values()]
            .filter(row => !row.deleted && row.client.client_id !== gone.client_id)
            .filter(({ client }) => stemOf(client.client_id) === stemOf(gone.client_id))
            .map(({ client }) => ({ ...client, generation: client.generation + 1 })),
      },
    },
  },
  'revoked-twice-is-good-again': {
    story: 'revoking a token that is revoked makes it good again',
    caughtBy: ['REV-002'],
    breaks: { revocation: { revives: ({ jti }, revoked) => (revoked.has(jti) ? [jti] : []) } },
  },
  'only-last-revocation-counts': {
    story: 'only the token that was revoked last is refused',
    caughtBy: ['REV-002'],
    breaks: { revocation: { revives: ({ jti }, revoked) => [...revoked].filter(other => other !== jti) } },
  },
  'retirement-forgets-revocations': {
    story: 'revoked tokens are good again when a rotation ends',
    caughtBy: ['REV-002'],
    breaks: { revocation: { readmits: (change, revoked) => (change === 'retirement' ? [...revoked] : []) } },
  },
  'patch-forgets-revocations': {
    story: 'revoked tokens are good again when a client is patched',
    caughtBy: ['REV-002'],
    breaks: { revocation: { readmits: (change, revoked) => (change === 'patch' ? [...revoked] : []) } },
  },
  'revocation-in-rotation-without-effect': {
    story: 'a token that is revoked during a rotation stays good',
    caughtBy: ['REV-002'],
    breaks: { revocation: { dies: ({ jti }, { secrets }) => (runs(secrets) ? [] : [jti]) } },
  },
} satisfies Record<string, Defect>
