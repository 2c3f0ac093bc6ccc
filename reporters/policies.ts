/**
 * What a team asks of results before something may go out. Data: change it here, nowhere else. Every number is a limit
 * that is named in the answer when it is passed.
 */
export interface Policy {
  /** Who has to have been asked: `any` takes the mock as well. */
  readonly target: 'mock' | 'tenant' | 'any'
  /** Whether the answer needs to be told which tenant and which commit it is about (`--target`, `--commit`). */
  readonly names: { readonly target: boolean; readonly commit: boolean }
  /** No requirement of these levels may be violated, beyond accepted deviations. */
  readonly levels: readonly ('MUST' | 'SHOULD' | 'MAY')[]
  /** By the code of an area: which share of its requirements has to be judged, of those that have checks at all. */
  readonly areas: Readonly<Record<string, number>>
  /** How many requirements may end so. `untested` counts those without a reason in specs/unchecked/. */
  readonly allowed: Readonly<Record<'skipped' | 'inconclusive' | 'untested' | 'warn' | 'deviation' | 'flaky', number>>
  /** Hours since the end of the run. */
  readonly maxAge: number
  /** How many shards there have to be; `whole` takes any number, as long as none is missing. */
  readonly shards: number | 'whole'
  /** Whether results have to be held against those of an earlier run. */
  readonly baseline: boolean
  /**
   * Which share of its requests and expectations in the baseline a check may lack. `property` is for checks that judge
   * generated cases; `waiting` for the requests of checks that asked again until a change showed; `except` for checks
   * whose numbers are those of the objects on the tenant, with the reason.
   */
  readonly fewer: {
    readonly plain: number
    readonly property: number
    readonly waiting: number
    readonly except: Readonly<Record<string, string>>
  }
  /** Whether the run has to have searched all it wrote for its secrets, and to have counted what it left behind. */
  readonly proofs: { readonly secretScan: boolean; readonly nothingLeft: boolean }
}

const any = Number.POSITIVE_INFINITY

const fewer = {
  plain: 0,
  property: 0.5,
  waiting: 1,
  except: {
    'CLI-013': 'expects something of each client that is listed',
    'CLI-054': 'creates clients until there are more than a page holds',
  },
} as const

export const policies = {
  /** After each deployment: does it work at all? A selection of checks is enough. */
  smoke: {
    target: 'any',
    names: { target: false, commit: false },
    levels: ['MUST'],
    areas: { TOK: 0.5 },
    allowed: { skipped: any, inconclusive: 0, untested: any, warn: any, deviation: any, flaky: 0 },
    maxAge: 6,
    shards: 'whole',
    baseline: false,
    fewer,
    proofs: { secretScan: false, nothingLeft: false },
  },
  /** Every night against staging: has anything changed? */
  nightly: {
    target: 'tenant',
    names: { target: true, commit: false },
    levels: ['MUST'],
    areas: {
      E2E: 0.5, TOK: 0.8, JWT: 0.8, REV: 0.8, AUTHN: 0.8, AUTHZ: 0.8, CLI: 0.8, ROT: 0.8, OIDC: 0.5, ERR: 0.8, HOST: 0.8,
      MEDIA: 0.8, HTTP: 0.8, SEC: 0.5,
    },
    allowed: { skipped: 60, inconclusive: 5, untested: 0, warn: any, deviation: 20, flaky: 2 },
    maxAge: 24,
    shards: 'whole',
    baseline: false,
    fewer,
    proofs: { secretScan: true, nothingLeft: true },
  },
  /** Before a release: everything is known, and nothing is worse than in the release before. */
  release: {
    target: 'tenant',
    names: { target: true, commit: true },
    levels: ['MUST'],
    areas: {
      E2E: 1, TOK: 1, JWT: 1, REV: 1, AUTHN: 1, AUTHZ: 1, CLI: 1, ROT: 1, OIDC: 0.8, ERR: 1, HOST: 1, MEDIA: 1, HTTP: 0.9,
      SEC: 0.8,
    },
    allowed: { skipped: 20, inconclusive: 0, untested: 0, warn: any, deviation: 10, flaky: 0 },
    maxAge: 24,
    shards: 'whole',
    baseline: true,
    fewer,
    proofs: { secretScan: true, nothingLeft: true },
  },
} as const satisfies Record<string, Policy> // prettier-ignore

export type PolicyName = keyof typeof policies

/** Tells whether a text is the name of a policy. */
export const isPolicyName = (text: string): text is PolicyName => Object.hasOwn(policies, text)
