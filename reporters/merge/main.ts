import { join, resolve } from 'node:path'
import { config } from 'dotenv'
import { catalogue } from '../catalogue'
import { commandLine } from '../command-line'
import { tellToAccept } from '../deviations/tell'
import { renderConsole } from '../render/console'
import { coloured, uncoloured } from '../render/paint'
import { mayColour, resultsFolder, shownPath } from '../surroundings'
import { merge } from './merge'
import { reasonToSpare, writeMerged } from './out-folder'
import { reasonToRefuse } from './refuse'
import { readShard } from './shard'

/**
 * `npm run merge -- DIR… [--out DIR]`: joins the shards of one run into one result, which every other command reads as
 * that of a single run. Ends with 0, whatever the verdict (the gate decides), or with 2 where nothing was merged.
 */

const main = (words: readonly string[]): number => {
  try {
    config({ quiet: true })
    const { options, words: paths } = commandLine(words, ['out'])
    if (paths.length === 0) throw new Error('name the folders of all shards of a run: npm run merge -- DIR…')
    const [out, folders] = [resultsFolder(options['out']), paths.map(path => resolve(path))]
    const shards = folders.map(readShard)
    const reason = reasonToRefuse(shards, catalogue) ?? reasonToSpare(out, folders)
    if (reason !== undefined) throw new Error(reason)
    const merged = merge(shards, catalogue)
    writeMerged(out, merged, shards)
    const paint = mayColour(process.stdout) ? coloured : uncoloured
    process.stdout.write(tellToAccept(merged.result, catalogue, out))
    process.stdout.write(renderConsole(merged.result, catalogue, [shownPath(join(out, 'conformance.json'))], paint))
    return 0
  } catch (error) {
    process.stderr.write(`Nothing is merged: ${error instanceof Error ? error.message : String(error)}\n`)
    return 2
  }
}

process.exitCode = main(process.argv.slice(2))
