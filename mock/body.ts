import type { Members } from './client'
import type { Laws } from './laws'
import type { Form } from './laws/token'
import { scan } from './scan'

/** A body that was read: its members, or what is wrong with it. */
export type Reading =
  | { readonly members: Members; readonly code?: never; readonly message?: never }
  | { readonly members: Members; readonly code: string; readonly message: string }

const wrong = (code: string, message: string): Reading => ({ members: {}, code: `request.body.${code}`, message })

const namesIn = (value: unknown): number =>
  typeof value !== 'object' || value === null
    ? 0
    : Object.values(value).reduce<number>(
        (sum, inner) => sum + namesIn(inner),
        Array.isArray(value) ? 0 : Object.keys(value).length,
      )

const parse = (text: string): unknown => {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

/** Reads one JSON object; never throws. Nesting is judged before anything recurses into it. */
export const parseJson = (body: Buffer, laws: Laws['media']): Reading => {
  if (laws.isEmpty(body)) return wrong('missing', 'A request body is required.')
  const text = laws.text(body)
  if (text === undefined) return wrong('encoding', 'The request body is not valid UTF-8.')
  const { depth, names } = scan(text)
  if (!laws.depthFits(depth)) return wrong('nesting', 'The request body is nested too deeply.')
  const value = parse(text)
  if (value === undefined) return wrong('malformed', 'The request body is not valid JSON.')
  if (!laws.namesFit(names, namesIn(value))) return wrong('duplicate', 'The request body names a member twice.')
  return laws.shapeFits(value) ? { members: value } : wrong('shape', 'The request body is not a JSON object.')
}

/** Reads a form. A parameter without a value counts as omitted (RFC 6749 section 3.2). */
export const parseForm = (body: Buffer): Form => {
  const form = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(body.toString('utf8'))) {
    if (value !== '') form.set(name, [...(form.get(name) ?? []), value])
  }
  return form
}
