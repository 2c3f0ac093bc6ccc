import { memberNames } from './command'
import { member, refusal, status, type Promised, type Seen } from './promise'
import { mayRead, promisedBy, type Holder, type KnownSecret, type KnownToken, type State } from './state'
import type { Step } from './step'

/** Members of a representation. Where the status is wrong already, they are nobody's fault. */
const membersIn = ({ members }: Holder, seen: Seen): readonly Promised[] =>
  memberNames.map(name => member(promisedBy(members[name]), seen, name, members[name].value))

const runsIn = ({ runs }: Holder, seen: Seen): Promised => {
  const running = seen.at('/rotate_secret') ?? false
  return {
    by: promisedBy(runs),
    holds: running === runs.value,
    expected: `rotate_secret is ${runs.value ? 'true: a rotation is running' : 'false or absent: no rotation is running'}`,
    received: `rotate_secret is ${JSON.stringify(running)}`,
  }
}

const ofReading = (holder: Holder, seen: Seen): readonly Promised[] => {
  const there = promisedBy(holder.isThere)
  return holder.isThere.value
    ? [status(there, seen, 200), ...membersIn(holder, seen), runsIn(holder, seen)]
    : [status(there, seen, 404)]
}

const isListedIn = (seen: Seen, client_id: string): boolean => {
  const items = seen.at('/items')
  return Array.isArray(items) && items.some(item => (item as { client_id?: unknown } | null)?.client_id === client_id)
}

const ofListing = ({ isListed }: Holder, seen: Seen, client_id: string): readonly Promised[] => {
  const by = promisedBy(isListed)
  const words = (listed: boolean) => (listed ? 'the client in the list' : 'a list without the client')
  return [
    status('unclear', seen, 200),
    {
      by,
      holds: isListedIn(seen, client_id) === isListed.value,
      expected: words(isListed.value),
      received: words(!isListed.value),
    },
  ]
}

const ofAsking = (secret: KnownSecret | undefined, seen: Seen): readonly Promised[] => {
  if (!secret) return [refusal('CLI-009', seen, 'nobody ever gave this client such a secret')]
  const by = promisedBy(secret.works)
  return [secret.works.value ? status(by, seen, 200) : refusal(by, seen, `it is ${secret.role}`)]
}

const ofUsing = ({ life, mayRead: mightRead }: KnownToken, holder: Holder, seen: Seen): readonly Promised[] => {
  const by = promisedBy(life)
  if (life.value === 'dead') return [refusal(by, seen, 'the token is revoked')]
  if (mightRead && mayRead(holder)) return [status(by, seen, 200)]
  // With rights taken away it depends on where a tenant looks them up, but the token itself is good.
  const { status: received } = seen
  const holds = received !== 401 && received < 500
  return [{ by, holds, answer: 200, expected: 'any status but 401', received: String(received) }]
}

const ofPatching = (holder: Holder, seen: Seen, step: Step & { do: 'patch' }): readonly Promised[] => [
  status('CLI-035', seen, 200),
  ...memberNames.map(name => {
    const [changed, value] = step.change
    return name === changed
      ? member('CLI-035', seen, name, value)
      : member('CLI-036', seen, name, holder.members[name].value)
  }),
]

const ofCreating = (holder: Holder | undefined, seen: Seen, step: Step & { do: 'create' }): readonly Promised[] => [
  status(holder ? 'CLI-051' : 'CLI-001', seen, 201),
  ...memberNames.map(name => member(holder ? 'CLI-051' : 'CLI-002', seen, name, step.members[name])),
  ...(step.hasSecret ? [] : [secretIn(seen)]),
]

const secretIn = (seen: Seen): Promised => {
  const secret = seen.at('/secret')
  const isGiven = typeof secret === 'string' && secret !== ''
  return { by: 'CLI-007', holds: isGiven, expected: 'a generated secret', received: isGiven ? 'one' : 'none' }
}

/**
 * What is promised of the answer to a step, each comparison on its own. The first is about the status: where it does not
 * hold, the others say nothing.
 * @param client_id the name of the client on the tenant
 */
export const promisesOf = (state: State, step: Step, seen: Seen, client_id: string): readonly Promised[] => {
  const holder = state.clients[step.client]
  if (step.do === 'create') return ofCreating(holder, seen, step)
  if (!holder) throw new Error(`"${step.do}" stands before the first creation`)
  switch (step.do) {
    case 'duplicate':
      return [status('CLI-015', seen, 409)]
    case 'read':
      return ofReading(holder, seen)
    case 'list':
      return ofListing(holder, seen, client_id)
    case 'patch':
      return ofPatching(holder, seen, step)
    case 'start':
      return [status(holder.completed > 0 ? 'ROT-016' : 'ROT-001', seen, 204)]
    case 'start again':
      return [status('ROT-005', seen, 400, 409)]
    case 'retire':
      return [status('ROT-006', seen, 204)]
    case 'retire idle':
      return [status('ROT-007', seen, 400, 409)]
    case 'delete':
      return [status('CLI-048', seen, 204)]
    case 'delete again':
      return [status('CLI-049', seen, 404)]
    case 'patch gone':
      return [status('CLI-041', seen, 404)]
    case 'ask':
      return ofAsking(step.secret === 'wrong' ? undefined : state.secrets[step.secret], seen)
    case 'use':
      return ofUsing(state.tokens[step.token] as KnownToken, holder, seen)
    case 'revoke': {
      const isGood = state.tokens[step.token]?.life.value === 'good'
      return [isGood ? status('REV-001', seen, 200) : status('REV-004', seen, 200, 400)]
    }
    default:
      return [status('REV-004', seen, 200, 400)]
  }
}
