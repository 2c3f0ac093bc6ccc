import { bytesOf, type Markup } from './markup'

/** Room in a file: takes pieces as long as there is some. */
export interface Budget {
  /** Whether the piece still fits; what fits is taken from the room. */
  readonly takes: (piece: Markup) => boolean
  /** Bytes that are left. */
  readonly left: () => number
}

/** Room for so many bytes. */
export const budgetOf = (bytes: number): Budget => {
  let left = bytes
  return {
    takes(piece) {
      const size = bytesOf(piece)
      if (size > left) return false
      left -= size
      return true
    },
    left: () => left,
  }
}

/**
 * Makes pieces of things as long as there is room; what does not fit is not even made, but for the first.
 * @param rest said about how many have not found room
 */
export const fitting = <T>(
  things: readonly T[],
  make: (thing: T) => Markup,
  budget: Budget,
  rest: (left: number) => Markup,
): readonly Markup[] => {
  const pieces: Markup[] = []
  for (const thing of things) {
    const piece = make(thing)
    if (!budget.takes(piece)) return [...pieces, rest(things.length - pieces.length)]
    pieces.push(piece)
  }
  return pieces
}
