import { parseArgs } from 'node:util'

/** What stands behind a command: values of options by name, and the rest. */
export interface CommandLine {
  readonly options: Readonly<Record<string, string | undefined>>
  readonly switches: Readonly<Record<string, boolean>>
  readonly words: readonly string[]
}

/**
 * Reads the arguments of a command.
 * @param words behind the name of the command
 * @param options that take a value
 * @param switches that take none
 * @throws Error with one message about an option that is not known or lacks its value
 */
export const commandLine = (
  words: readonly string[],
  options: readonly string[],
  switches: readonly string[] = [],
): CommandLine => {
  const { values, positionals } = parseArgs({
    args: [...words],
    allowPositionals: true,
    options: Object.fromEntries([
      ...options.map(name => [name, { type: 'string' as const }] as const),
      ...switches.map(name => [name, { type: 'boolean' as const }] as const),
    ]),
  })
  const entries = Object.entries(values)
  return {
    options: Object.fromEntries(entries.filter((entry): entry is [string, string] => typeof entry[1] === 'string')),
    switches: Object.fromEntries(entries.filter((entry): entry is [string, boolean] => typeof entry[1] === 'boolean')),
    words: positionals,
  }
}
