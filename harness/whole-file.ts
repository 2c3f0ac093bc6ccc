import { mkdirSync, renameSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'

/**
 * Writes a value as JSON so that a reader sees the whole file or none.
 * @param path its folder is made when missing
 */
export const writeWhole = (path: string, value: unknown): void => {
  mkdirSync(dirname(path), { recursive: true })
  const unfinished = `${path}.${process.pid}.tmp`
  writeFileSync(unfinished, `${JSON.stringify(value, undefined, 2)}\n`)
  renameSync(unfinished, path)
}
