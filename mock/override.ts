/** The same laws, some of them replaced, with their exact signatures. */
export type Break<T> = {
  readonly [Name in keyof T]?: T[Name] extends (...args: never[]) => unknown
    ? T[Name]
    : T[Name] extends readonly unknown[]
      ? T[Name]
      : T[Name] extends object
        ? Break<T[Name]>
        : T[Name]
}

const isGroup = (law: unknown): law is object =>
  typeof law === 'object' && law !== null && Object.getPrototypeOf(law) === Object.prototype

/** A copy of the laws in which some are replaced: a defect is exactly what is broken here. */
export const override = <T extends object>(laws: T, broken: Break<T> = {}): T =>
  Object.fromEntries(
    Object.entries(laws).map(([name, law]) => {
      const instead = broken[name as keyof T] as unknown
      return [name, instead === undefined ? law : isGroup(law) ? override(law, instead as object) : instead]
    }),
  ) as T
