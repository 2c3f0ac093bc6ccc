import type { JournalLine, Kind } from './journal'

/** Something that a run has made, or may have made, and that nobody has removed. */
export interface Entry {
  readonly kind: Kind
  readonly name: string
  /** Known where the tenant has answered. */
  readonly id?: string
  /** The tenant has said that it made it: it is not somebody else's thing of the same name. */
  readonly isMade: boolean
}

interface State {
  readonly kind: Kind
  readonly name: string
  /** Creations that were begun and of which nothing is known. */
  pending: number
  ids: string[]
  isMade: boolean
}

/** What becomes of the things of one run, line after line. */
export const journalState = () => {
  const states = new Map<string, State>()
  const stateOf = (kind: Kind, name: string): State => {
    const key = `${kind} ${name}`
    const state = states.get(key) ?? { kind, name, pending: 0, ids: [], isMade: false }
    states.set(key, state)
    return state
  }
  const isThere = ({ pending, isMade }: State) => isMade || pending > 0

  return {
    add({ event, kind, name, id }: Pick<JournalLine, 'event' | 'kind' | 'name' | 'id'>): void {
      if (kind === undefined || name === undefined) return
      const state = stateOf(kind, name)
      if (event === 'creating') state.pending += 1
      if (event === 'refused') state.pending -= 1
      if (event === 'created') {
        state.pending -= 1
        state.isMade = true
        if (id !== undefined) state.ids.push(id)
      }
      if (event === 'removed' || !isThere(state)) states.delete(`${kind} ${name}`)
    },
    count: (): number => states.size,
    /** The youngest first. */
    left: (): readonly Entry[] =>
      [...states.values()]
        .flatMap(({ kind, name, ids, isMade }): Entry[] =>
          ids.length === 0 ? [{ kind, name, isMade }] : ids.map(id => ({ kind, name, id, isMade })),
        )
        .toReversed(),
  }
}
