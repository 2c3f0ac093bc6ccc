import { accessSync, constants } from 'node:fs'
import { delimiter, join } from 'node:path'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const isExecutable = (path: string): boolean => {
  try {
    accessSync(path, constants.X_OK)
    return true
  } catch {
    return false
  }
}

/** Path of the browser that pages are looked at with; undefined where none is installed. */
export const chromiumPath = (): string | undefined =>
  (process.env.PATH ?? '')
    .split(delimiter)
    .flatMap(folder => names.map(name => join(folder, name)))
    .find(isExecutable)

/** What to say where there is none. */
export const chromiumMissing =
  'chromium is missing: install it (Debian: apt-get install chromium), or put another Chromium on the PATH'
