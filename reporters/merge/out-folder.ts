import { cpSync, existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { join, relative } from 'node:path'
import { writeJson } from '../atomic-write'
import { belongings, forgetResult } from '../belongs-to-result'
import { shownPath } from '../surroundings'
import type { Merged } from './merge'
import type { GivenShard } from './shard'

const isWithin = (inner: string, outer: string) => !relative(outer, inner).startsWith('..')

/**
 * Why nothing may be written to a folder: it belongs to a shard, or holds what is not about a merged result, such as the
 * journal of a run, which says what it still has to remove.
 */
export const reasonToSpare = (out: string, shards: readonly string[]): string | undefined => {
  const shard = shards.find(folder => isWithin(out, folder))
  if (shard !== undefined)
    return `${shownPath(out)} is a shard itself, or lies in one: choose another folder with --out`
  if (!existsSync(out)) return undefined
  const foreign = readdirSync(out).find(name => !belongings.includes(name))
  if (foreign === undefined) return undefined
  return `${shownPath(out)} holds ${foreign}, which is not of a merged result: choose another folder with --out`
}

/** Made by `npm run report` for one shard alone. */
const perShard: readonly string[] = ['run-globals.json', 'choices-attachment.txt', 'environment.properties']

const copyEvidence = (from: string, to: string) => {
  if (!existsSync(from)) return
  for (const name of readdirSync(from).filter(each => !perShard.includes(each))) {
    const [source, copy] = [join(from, name), join(to, name)]
    if (existsSync(copy) && !readFileSync(copy).equals(readFileSync(source)))
      throw new Error(`two shards have written ${name} in allure-results, and not the same`)
    cpSync(source, copy)
  }
}

/**
 * Writes a merged result with its plan and the evidence of all shards; the result itself comes last. Until everything is
 * there it stands in a folder beside.
 * @param out may hold an earlier result, which is replaced
 */
export const writeMerged = (out: string, { result, plan }: Merged, shards: readonly GivenShard[]): void => {
  const unfinished = `${out}.${process.pid}.merging`
  try {
    mkdirSync(join(unfinished, 'allure-results'), { recursive: true })
    for (const { folder } of shards) copyEvidence(join(folder, 'allure-results'), join(unfinished, 'allure-results'))
    writeJson(join(unfinished, 'plan.json'), plan)
    writeJson(join(unfinished, 'conformance.json'), result)
    mkdirSync(out, { recursive: true })
    forgetResult(out)
    for (const name of ['allure-results', 'plan.json', 'conformance.json'])
      renameSync(join(unfinished, name), join(out, name))
  } finally {
    rmSync(unfinished, { recursive: true, force: true })
  }
}
