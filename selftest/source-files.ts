import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { repository } from '../reporters/surroundings'

/** A source file of ours; the path is relative to the repository, with slashes. */
export interface SourceFile {
  readonly path: string
  readonly text: string
}

const folders = ['specs', 'schemas', 'harness', 'suites', 'mock', 'reporters', 'selftest'] as const

const filesIn = (folder: string): readonly string[] =>
  readdirSync(join(repository, folder), { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile() && entry.name.endsWith('.ts'))
    .map(({ parentPath, name }) =>
      join(parentPath, name)
        .slice(repository.length + 1)
        .replaceAll('\\', '/'),
    )
    .sort()

/** Every TypeScript file of ours, those beside the folders included. */
export const sourceFiles = (): readonly SourceFile[] => {
  const beside = readdirSync(repository).filter(name => name.endsWith('.ts'))
  return [...folders.flatMap(filesIn), ...beside].map(path => ({
    path,
    text: readFileSync(join(repository, path), 'utf8'),
  }))
}
