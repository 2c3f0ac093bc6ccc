import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import type { Evidence, ReplayScript } from './data'

interface Attachment {
  readonly name?: unknown
  readonly source?: unknown
}

interface Step {
  readonly steps?: readonly Step[]
  readonly attachments?: readonly Attachment[]
}

interface AllureResult extends Step {
  readonly uuid?: unknown
  readonly name?: unknown
}

/** Characters of a script that a statement shows at most. */
const longest = 16_000

const attachmentsOf = ({ attachments = [], steps = [] }: Step): readonly Attachment[] => [
  ...attachments,
  ...steps.flatMap(attachmentsOf),
]

const readJson = (path: string): AllureResult | undefined => {
  try {
    return JSON.parse(readFileSync(path, 'utf8')) as AllureResult
  } catch {
    return undefined
  }
}

const namesIn = (folder: string): readonly string[] => {
  try {
    return readdirSync(folder).filter(name => name.endsWith('-result.json'))
  } catch {
    return []
  }
}

const scriptIn = (folder: string, result: AllureResult): ReplayScript | undefined => {
  const source = attachmentsOf(result).find(({ name }) => name === 'replay.sh')?.source
  if (typeof source !== 'string') return undefined
  try {
    const text = readFileSync(join(folder, basename(source)), 'utf8')
    if (text.length <= longest) return { text }
    return { text: text.slice(0, text.lastIndexOf('\n', longest) + 1), of: text.length }
  } catch {
    return undefined
  }
}

/** Where the Allure page shows a result: it names each by a digest of its identity. */
const placeOf = (uuid: string) => `/${createHash('md5').update(uuid).digest('hex')}`

/**
 * Reads what lies in a folder of Allure results; nothing where there is none.
 * @param failed titles of the checks whose scripts are wanted
 */
export const readEvidence = (folder: string, failed: ReadonlySet<string>): Evidence => {
  const scripts = new Map<string, ReplayScript>()
  const places = new Map<string, string>()
  for (const name of namesIn(folder)) {
    const result = readJson(join(folder, name))
    if (typeof result?.name !== 'string' || typeof result.uuid !== 'string') continue
    places.set(result.name, placeOf(result.uuid))
    const script = failed.has(result.name) ? scriptIn(folder, result) : undefined
    if (script) scripts.set(result.name, script)
  }
  return { scripts, places }
}
