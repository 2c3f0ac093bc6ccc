import { existsSync, readFileSync, rmSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Configuration } from '../configuration'
import { learn } from '../secret-book'
import { writeWhole } from '../whole-file'
import { sealedIn, unseal } from './sealed'
import { search, type SecretScan } from './search'

/** What the processes of the run have handed over. */
const handedOver = (key: string, file: string): readonly string[] =>
  existsSync(file)
    ? readFileSync(file, 'utf8')
        .split('\n')
        .filter(line => line !== '')
        .flatMap(line => unseal(key, line))
    : []

/** Puts what was found into the result of the run. */
const tell = (path: string, secretScan: SecretScan): void => {
  if (!existsSync(path)) return
  const result = JSON.parse(readFileSync(path, 'utf8')) as object
  writeWhole(path, { ...result, secretScan })
}

/**
 * Ends a run: searches all it has written for every secret that one of its processes has seen, tells `conformance.json`
 * what was found, and does away with the list of secrets. What could not be searched is not clean.
 */
export const scan = (configuration: Configuration & { readonly scanKey: string }): SecretScan => {
  const { resultsDir, scanKey, client } = configuration
  const file = sealedIn(configuration)
  if (!existsSync(resultsDir)) return { state: 'clean', files: 0 }
  const result = join(resultsDir, 'conformance.json')
  try {
    const secrets = [...(client ? [client.secret] : []), ...handedOver(scanKey, file)]
    for (const secret of secrets) learn(secret, 'secret', { from: 'shell', expression: '' })
    const found = search(resultsDir, [basename(file)])
    tell(result, found)
    return found
  } catch (error) {
    const failed: SecretScan = {
      state: 'failed',
      files: 0,
      reason: error instanceof Error ? error.message : String(error),
    }
    tell(result, failed)
    return failed
  } finally {
    rmSync(file, { force: true })
  }
}
