import type { Client, Members, Secrets } from './client'
import type { Laws } from './laws'
import type { Change } from './laws/patch'
import type { Problem } from './route'

type ClientLaws = Laws['clients']

interface Member {
  readonly fits: (laws: ClientLaws) => (value: unknown) => boolean
  readonly rule: string
}

/** The writable members in the order in which problems are reported, and what each must be. */
const members: Readonly<Record<string, Member>> = {
  client_id: {
    fits: laws => laws.clientIdFits,
    rule: 'must be 1 to 256 letters, digits, dots, underscores, hyphens or at signs',
  },
  scope: { fits: laws => laws.scopesFit, rule: 'must be a non-empty list of scopes' },
  grant_types: { fits: laws => laws.grantsFit, rule: 'must be a non-empty list of known grant types' },
  secret: { fits: laws => laws.secretFits, rule: 'must be a non-empty string' },
  access_token_ttl: { fits: laws => laws.lifetimeFits, rule: 'must be a positive number of minutes' },
  refresh_token_ttl: { fits: laws => laws.refreshLifetimeFits, rule: 'must be a number of minutes' },
  refresh_token_idle_ttl: { fits: laws => laws.refreshLifetimeFits, rule: 'must be a number of minutes' },
  redirect_uris: { fits: laws => laws.redirectsFit, rule: 'must be a list of absolute URLs' },
  post_logout_redirect_uris: { fits: laws => laws.logoutRedirectsFit, rule: 'must be a list of absolute URLs' },
  rule_set_names: { fits: laws => laws.ruleSetsFit, rule: 'must be a list of known rule sets' },
}

const memberList = Object.entries(members)
/** The members a body may have an effect with, but for the secret. */
export const writable: readonly string[] = Object.keys(members).filter(name => name !== 'secret')
const refreshLifetimes = ['refresh_token_ttl', 'refresh_token_idle_ttl'] as const

const problem = (member: string, kind: string, message: string): Problem => ({
  code: `oauth2.client.${member.replaceAll('_', '.')}.${kind}`,
  message,
  parameters: { member },
})

/** What is wrong with single members: required ones that are missing, present ones that do not fit. */
export const memberProblems = (laws: ClientLaws, draft: Members, required: readonly string[]): readonly Problem[] =>
  memberList.flatMap(([name, { fits, rule }]) => {
    if (!Object.hasOwn(draft, name))
      return required.includes(name) ? [problem(name, 'missing', `${name} is required.`)] : []
    return fits(laws)(draft[name]) ? [] : [problem(name, 'invalid', laws.complaint(name, rule, draft))]
  })

/** Names that are no members, where the tenant minds them. */
export const surplusProblems = (laws: ClientLaws, draft: Members): readonly Problem[] =>
  laws.surplus(draft).length > 0
    ? [{ code: 'oauth2.client.member.unknown', message: 'The request body has an unknown member.' }]
    : []

/**
 * What is wrong with members that only make sense together.
 * @param before the client as it was; absent where it is new
 */
export const combinationProblems = (laws: ClientLaws, client: Client, before?: Client): readonly Problem[] => [
  ...(laws.needsRedirect(client, before)
    ? [problem('redirect_uris', 'required', 'redirect_uris is required with the grant type authorization_code.')]
    : []),
  ...(laws.needsRefreshLifetimes(client, before)
    ? [
        problem(
          'refresh_token_ttl',
          'required',
          'Both refresh token lifetimes are required with the grant type refresh_token.',
        ),
      ]
    : []),
  ...(laws.idlesTooLong(client)
    ? [problem('refresh_token_idle_ttl', 'too.long', 'refresh_token_idle_ttl must not exceed refresh_token_ttl.')]
    : []),
]

/** The writable members a body mentions, but for the secret; everything else in it has no effect. */
const changeOf = (draft: Members): Change => {
  const change: Record<string, unknown> = {}
  for (const name of writable) if (Object.hasOwn(draft, name)) change[name] = draft[name]
  return change
}

/** A client after a change, with its credential: what is mentioned replaces, and refresh lifetimes of none are left out. */
export const applied = ({ patch }: Laws, before: Client, draft: Members, secrets: Secrets): Client => {
  const merged = Object.assign({}, patch.merge(before, changeOf(draft)), { secrets })
  const none = refreshLifetimes.filter(name => patch.isNone(merged[name]))
  return none.length === 0
    ? merged
    : (Object.fromEntries(
        Object.entries(merged).filter(([name]) => !none.includes(name as never)),
      ) as unknown as Client)
}
