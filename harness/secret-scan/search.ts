import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { piecesOf } from '../redact'

/** What a search of everything a run has written has come to. */
export interface SecretScan {
  readonly state: 'clean' | 'found' | 'failed'
  /** How many files were searched. */
  readonly files: number
  /** The files with a secret in them, relative to the folder of the results. */
  readonly found?: readonly string[]
  /** Why it could not be done. */
  readonly reason?: string
}

/** Every file below a folder, relative to it; links lead elsewhere and are left alone. */
const filesBelow = (folder: string): readonly string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name).slice(folder.length + 1))
    .sort()

const holdsSecret = (text: string): boolean => piecesOf(text).length > 1

/**
 * Searches a folder for every known secret, in every spelling.
 * @param except files that are not searched
 */
export const search = (folder: string, except: readonly string[] = []): SecretScan => {
  const files = filesBelow(folder).filter(file => !except.includes(file))
  const found = files.filter(file => holdsSecret(readFileSync(join(folder, file), 'utf8')))
  return found.length === 0 ? { state: 'clean', files: files.length } : { state: 'found', files: files.length, found }
}
