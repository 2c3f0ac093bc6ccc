/** What a slip makes of a good value; `undefined` takes the member away. */
export interface Slipped {
  readonly value: unknown
  /** What it is now, for a sentence that begins with the place. */
  readonly words: string
}

/** A slip of the pen: given the good value and the object it stands in, a value that breaks one constraint. */
export type Slip = (good: unknown, around: Readonly<Record<string, unknown>>) => Slipped
