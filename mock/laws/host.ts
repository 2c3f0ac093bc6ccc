type Header = (name: string) => readonly string[]

/** The names a request gives its destination: an absolute target wins over Host. */
const named = (header: Header, authority: string | undefined): readonly string[] => {
  const hosts = header('host')
  return authority !== undefined && hosts.length === 1 ? [authority] : hosts
}

/** Exactly one destination, and not an empty one. */
const isWellFormed = (names: readonly string[]): boolean => names.length === 1 && names[0]?.trim() !== ''

/** The name without its port, in lower case. */
const hostOf = (name: string): string => name.replace(/:\d*$/, '').toLowerCase()

/** The host is this tenant's name, and nothing that merely resembles it. */
const isOurs = (host: string, fqdn: string): boolean => host === fqdn

/** Every operation is covered, public ones too. */
const covers = (_path: string): boolean => true

/** The answer to a foreign Host is a status line, not silence. */
const answersForeigners = true as boolean

/** The status line of that answer is the vendor's own. */
const statusForForeigners = 444 as number

/** The answer to a foreign Host has no body. */
const bodyForForeigners = undefined as string | undefined

export const host = {
  answersForeigners,
  bodyForForeigners,
  covers,
  hostOf,
  isOurs,
  isWellFormed,
  named,
  statusForForeigners,
}
