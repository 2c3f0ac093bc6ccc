/** Time as one tenant tells it. Every client has its own offset, so that moving it forward disturbs nobody else. */
export interface Clock {
  /** Now, in seconds since 1970, as this client experiences it. */
  readonly now: (client_id: string) => number
  /** Moves time forward for one client, by whole or fractional seconds. */
  readonly advance: (client_id: string, seconds: number) => void
  /** Everybody back to true time. */
  readonly reset: () => void
}

/** A clock that tells true time until it is moved. */
export const createClock = (): Clock => {
  const offsets = new Map<string, number>()
  return {
    now: client_id => Date.now() / 1000 + (offsets.get(client_id) ?? 0),
    advance: (client_id, seconds) => void offsets.set(client_id, (offsets.get(client_id) ?? 0) + seconds),
    reset: () => offsets.clear(),
  }
}
