import { allOperations, operation } from '../../specs'
import { schema } from '../schemas'
import type { Answered } from './answered'

/** A representation that the reference documents. */
export interface Documented {
  /** Its schema, as in `clients/client`. */
  readonly name: string
  /** What a report calls it, as in `Client`. */
  readonly title: string
  readonly members: ReadonlySet<string>
}

const literal = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)

interface Answer {
  readonly pattern: RegExp
  readonly name: string
}

/** By method and status, so that few patterns are tried. */
const answers = new Map<string, Answer[]>()

for (const id of allOperations) {
  const { method, path, answers: documented } = operation(id)
  const pattern = new RegExp(`^${method} ${literal(path).replaceAll(/\{\w+\}/g, '[^/?]+')}(?:[?]|$)`)
  for (const [status, { schema: name }] of Object.entries(documented)) {
    const key = `${method} ${status}`
    if (name !== undefined) answers.set(key, [...(answers.get(key) ?? []), { pattern, name }])
  }
}

const known = new Map<string, Documented>()

const documented = (name: string): Documented => {
  const before = known.get(name)
  if (before) return before
  const { title, properties = {} } = schema(name) as { title: string; properties?: object }
  const found = { name, title, members: new Set(Object.keys(properties)) }
  known.set(name, found)
  return found
}

/** The representation a reply should hold, by the operation that was asked and its status; `undefined` for none. */
export const documentedIn = ({ request, sent, received }: Answered): Documented | undefined => {
  const found = answers.get(`${sent.method} ${received.status}`)?.find(({ pattern }) => pattern.test(request.line))
  return found && documented(found.name)
}
