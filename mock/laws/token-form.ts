/** What came as a form: every value of every field that has one. */
export type Form = ReadonlyMap<string, readonly string[]>

/** A refusal in the words of RFC 6749 section 5.2. */
export interface Refusal {
  readonly error: string
  readonly description: string
}

const invalid = (description: string): Refusal => ({ error: 'invalid_request', description })

/** A parameter that occurs twice has no meaning. */
const repetition = (form: Form): Refusal | undefined =>
  [...form.values()].some(values => values.length > 1) ? invalid('A parameter is repeated.') : undefined

interface Limit {
  readonly longest: number
  readonly pattern?: RegExp
}

/** The documented limits of form fields. */
const limits: Readonly<Record<string, Limit>> = {
  client_id: { longest: 256, pattern: /^[a-zA-Z0-9\-_.@]+$/ },
  client_secret: { longest: 4096, pattern: /^[\x20-\x7E]+$/ },
  scope: { longest: 1024, pattern: /^[a-zA-Z0-9\-":\s_.+]+$/ },
  redirect_uri: { longest: 2048 },
  domain: { longest: 100, pattern: /^[a-zA-Z0-9+\-_.@\s]+$/ },
  username: { longest: 150 },
  password: { longest: 256 },
  code: { longest: 255 },
  refresh_token: { longest: 150, pattern: /^[A-Za-z0-9]+$/ },
  assertion: { longest: 4096 },
  code_verifier: { longest: 128, pattern: /^[a-zA-Z0-9\-_.~]+$/ },
}

const valueFits = (value: string, { longest, pattern }: Limit): boolean =>
  value.length <= longest && (pattern?.test(value) ?? true)

/** A field outside its limits makes the request invalid; a scope has its own code. */
const outOfLimits = (name: string): Refusal =>
  name === 'scope'
    ? { error: 'invalid_scope', description: 'The scope is malformed.' }
    : invalid(`The parameter ${name} is malformed.`)

/** What a grant needs must be there. */
const missing = (names: readonly string[], form: Form): Refusal | undefined => {
  const absent = names.find(name => !form.has(name))
  return absent === undefined ? undefined : invalid(`The parameter ${absent} is missing.`)
}

export const tokenForm = { limits, missing, outOfLimits, repetition, valueFits }
