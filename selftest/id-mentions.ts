import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../reporters/surroundings'
import { areas } from '../specs'

/** A requirement id written literally in a source file. */
export interface Mention {
  readonly id: string
  /** Path from the repository's root, with forward slashes. */
  readonly file: string
  readonly line: number
}

const quotedId = new RegExp(`'((?:${areas.map(({ code }) => code).join('|')})-\\d{3,})'`, 'g')

/** The ids one text mentions in single quotes, with the line of each. */
export const mentionsIn = (text: string, file: string): Mention[] =>
  text
    .split('\n')
    .flatMap((content, index) => [...content.matchAll(quotedId)].map(([, id = '']) => ({ id, file, line: index + 1 })))

/**
 * Every requirement id mentioned under a folder, in files whose name ends in `ending`. A folder that does not exist
 * mentions nothing.
 */
export const mentionsUnder = (folder: string, ending: string): Mention[] => {
  const path = join(repository, folder)
  if (!existsSync(path)) return []
  return readdirSync(path, { recursive: true, encoding: 'utf8' })
    .filter(name => name.endsWith(ending))
    .sort()
    .flatMap(name => mentionsIn(readFileSync(join(path, name), 'utf8'), `${folder}/${name.replaceAll('\\', '/')}`))
}
