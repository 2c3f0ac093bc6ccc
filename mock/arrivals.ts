/** When requests came. */
export interface Arrivals {
  readonly note: () => void
  /** Milliseconds on a clock of its own, in the order they came. */
  readonly moments: () => readonly number[]
}

/** More are not remembered: the oldest go first. */
const most = 100_000

/** Remembers when requests came, so that others can see how hard they asked. */
export const createArrivals = (): Arrivals => {
  const moments: number[] = []
  return {
    note() {
      if (moments.length >= most) moments.splice(0, most / 2)
      moments.push(performance.now())
    },
    moments: () => moments,
  }
}
