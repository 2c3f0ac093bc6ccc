import * as fc from 'fast-check'
import type { Change, Command, Kind, Members, Name, OnTokens, Plain } from './command'

/** Which commands a sequence has more of than of others; the more so, the more often it is named. */
export type Often = readonly (Kind | 'patch rule sets' | 'patch in rotation')[]

const names = fc.constantFrom<Name>('A', 'A', 'A', 'B')

const scopes = [['admin'], ['admin', 'user'], ['admin', 'user', 'openid']] as const
const grants = [['client_credentials'], ['client_credentials', 'password']] as const
const minutes = [60, 61, 90, 720] as const
const ruleSets = [
  ['READ_ONLY_TENANT_ADMIN'],
  ['READ_ONLY_TENANT_ADMIN', 'IDP_AND_DIRECTORY_ADMIN'],
  ['TENANT_ADMIN', 'READ_ONLY_TENANT_ADMIN'],
  ['IDP_AND_DIRECTORY_ADMIN'],
  [],
] as const

/** With these a token can read clients, and every other step from one to the next takes a rule set away. */
const readingRuleSets = ruleSets.slice(0, 3)
const redirects = [[], ['https://app.example/a'], ['https://app.example/b', 'https://app.example/c']] as const
const farewells = [[], ['https://app.example/bye']] as const

const members: fc.Arbitrary<Members> = fc.record({
  scope: fc.constantFrom(...scopes),
  grant_types: fc.constantFrom(...grants),
  access_token_ttl: fc.constantFrom(...minutes),
  rule_set_names: fc.constantFrom<readonly string[]>(...ruleSets),
  redirect_uris: fc.constantFrom<readonly string[]>(...redirects),
  post_logout_redirect_uris: fc.constantFrom<readonly string[]>(...farewells),
})

const change: fc.Arbitrary<Change> = fc.oneof(
  fc.tuple(fc.constant('access_token_ttl' as const), fc.constantFrom(...minutes)),
  fc.tuple(fc.constant('rule_set_names' as const), fc.constantFrom<readonly string[]>(...ruleSets)),
  fc.tuple(fc.constant('scope' as const), fc.constantFrom<readonly string[]>(...scopes)),
  fc.tuple(fc.constant('grant_types' as const), fc.constantFrom<readonly string[]>(...grants)),
  fc.tuple(fc.constant('redirect_uris' as const), fc.constantFrom<readonly string[]>(...redirects)),
  fc.tuple(fc.constant('post_logout_redirect_uris' as const), fc.constantFrom<readonly string[]>(...farewells)),
)

const back = fc.constantFrom(0, 0, 0, 1, 1, 2, 3)
const backOrWrong = fc.constantFrom<number | 'wrong'>(0, 0, 0, 0, 1, 1, 2, 3, 'wrong')

type Named = Often[number]

/** Ordered by what they need: a failure that a start shows is not told of a second start. */
const plainKinds = [
  'read', 'list', 'start', 'retire idle', 'retire', 'delete', 'start again', 'patch gone', 'delete again',
] as const satisfies readonly Plain[] // prettier-ignore

const tokenKinds = ['use', 'revoke', 'revoke again'] as const satisfies readonly OnTokens[]

const patchOf = (changes: fc.Arbitrary<Change>, inRotation: boolean): fc.Arbitrary<Command> =>
  fc.record({
    do: fc.constant('patch'),
    client: names,
    change: changes,
    spares: fc.constantFrom(false, false, true),
    inRotation: fc.constant(inRotation),
  })

const others: Readonly<Record<Exclude<Named, Plain | OnTokens>, fc.Arbitrary<Command>>> = {
  create: fc.record({
    do: fc.constant('create'),
    client: names,
    members,
    hasSecret: fc.constantFrom(true, true, false),
  }),
  duplicate: fc.record({ do: fc.constant('duplicate'), client: names, members }),
  patch: patchOf(change, false),
  'patch in rotation': patchOf(change, true),
  'patch rule sets': patchOf(
    fc.tuple(fc.constant('rule_set_names' as const), fc.constantFrom<readonly string[]>(...readingRuleSets)),
    false,
  ),
  ask: fc.record({ do: fc.constant('ask'), client: names, back: backOrWrong }),
}

/** What a sequence is not about comes now and then; but a list is a walk through all clients. */
const usual = (kind: Named): number => (kind === 'list' ? 0 : 1)

const weight = (kind: Named, often: Often): number => usual(kind) + 16 * often.filter(other => other === kind).length

/** Kinds as often as they weigh, so that one of them can be picked, and a smaller one instead of it. */
const weighed = <Of extends Named>(kinds: readonly Of[], often: Often): readonly Of[] =>
  kinds.flatMap(kind => Array.from({ length: weight(kind, often) }, () => kind))

/** One command. */
const commandOf = (often: Often): fc.Arbitrary<Command> => {
  const plain = weighed(plainKinds, often)
  const onTokens = weighed(tokenKinds, often)
  return fc.oneof(
    { weight: plain.length, arbitrary: fc.record({ do: fc.constantFrom(...plain), client: names }) },
    { weight: onTokens.length, arbitrary: fc.record({ do: fc.constantFrom(...onTokens), back }) },
    ...Object.entries(others).map(([kind, arbitrary]) => ({ weight: weight(kind as Named, often), arbitrary })),
  )
}

/** The same sequence with the name A for the client that comes first, as it would be told. */
const lettered = (sequence: readonly Command[]): readonly Command[] => {
  const first = sequence.flatMap(command => ('client' in command ? command.client : []))[0]
  if (first !== 'B') return sequence
  const other = { A: 'B', B: 'A' } as const
  return sequence.map(command => ('client' in command ? { ...command, client: other[command.client] } : command))
}

/**
 * Sequences of commands. They are made of two halves, because the sum of two lengths is seldom small.
 * @param most how many commands one has at most
 */
export const sequences = (often: Often, most: number): fc.Arbitrary<readonly Command[]> => {
  const half = fc.noBias(fc.array(commandOf(often), { maxLength: Math.ceil(most / 2), size: 'max' }))
  return fc.tuple(half, half).map(halves => lettered(halves.flat()))
}
