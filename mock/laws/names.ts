/** A name for people: letters of any script, digits, blanks, hyphens and underscores; counted in characters. */
export const isName = (value: unknown, most: number): boolean =>
  typeof value === 'string' && value.trim() !== '' && new RegExp(`^[\\p{L}\\p{M}0-9 _-]{1,${most}}$`, 'u').test(value)

/** An identifier without the prefix that some callers put in front, in lower case. */
export const plainId = (id: string): string => id.toLowerCase().replace(/^urn:uuid:/, '')

export const isObject = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

export const isText = (value: unknown): value is string => typeof value === 'string' && value !== ''

/** The members but for one. */
export const without = (members: Readonly<Record<string, unknown>>, name: string): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([other]) => other !== name))
