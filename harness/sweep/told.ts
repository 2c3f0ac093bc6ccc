import type { Candidate } from './candidates'
import { mostMinutes } from './alive'
import type { Swept } from './sweep'

const named = ({ item: { kind, name, id } }: Candidate) => `${kind} ${name}${name === id ? '' : ` (${id})`}`

const how = ({ by, run }: Candidate) =>
  by === 'journal' ? `journal of run ${run}` : `run ${run ?? 'unknown'}, by name`

const counted = (count: number) => `${count} ${count === 1 ? 'thing' : 'things'}`

/** What a sweep did and what it could not do, a line each. */
export const told = ({ removed, left, spared, unseen }: Swept): readonly string[] => [
  ...removed.map(each => `removed    ${named(each)}, ${how(each)}`),
  ...spared.map(({ run, reason, count }) => `let alone  ${counted(count)} of run ${run}: ${reason}`),
  ...left.map(each => `STILL THERE  ${named(each)}, ${how(each)}: ${each.reason}`),
  ...unseen.map(({ kind, reason }) => `NOT SEEN   what there is of kind ${kind}: ${reason}`),
  [
    `${counted(removed.length)} removed`,
    ...(left.length > 0 ? [`${counted(left.length)} still there`] : []),
    ...(spared.length > 0 ? [`runs of the last ${mostMinutes} minutes were let alone (--all sweeps them, too)`] : []),
    ...(removed.length + left.length + spared.length + unseen.length === 0 ? ['nothing of ours is there'] : []),
  ].join(', '),
]

/** 0: nothing that is ours to remove is there; 1: something is, or may be. */
export const sweepStatus = ({ left, unseen }: Swept): 0 | 1 => (left.length + unseen.length > 0 ? 1 : 0)
