import { readFileSync } from 'node:fs'
import { parse } from 'dotenv'
import { ConfigurationError } from './configuration-error'

const textOf = (file: string): string => {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return ''
    throw new ConfigurationError(
      file,
      'cannot be read',
      'Make it a readable file with a setting per line, or remove it.',
    )
  }
}

/** A line that names a setting but is none, such as `TENANT_BASE_URL https://…`, would be ignored in silence. */
const refuseMisunderstood = (file: string, text: string, read: Readonly<Record<string, string>>): void => {
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const [, name] = /^\s*(?:export\s+)?((?:TENANT|FUZZ)_\w+)/.exec(line) ?? []
    if (name !== undefined && !Object.hasOwn(read, name))
      throw new ConfigurationError(name, `in line ${index + 1} of ${file} has no value`, `Write ${name}=… there.`)
  }
}

/**
 * What a file of settings says, by name. A missing file says nothing.
 * @throws ConfigurationError that never shows a value: it may be a secret
 */
export const readEnvironment = (file: string): Readonly<Record<string, string>> => {
  const text = textOf(file)
  const read = parse(text)
  refuseMisunderstood(file, text, read)
  return read
}
