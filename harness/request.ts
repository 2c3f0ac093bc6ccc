export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE' | 'OPTIONS'
export type Line = `${Method} /${string}`

/** One request as a suite writes it. What is not mentioned is not sent, `Host` and the framing excepted. */
export interface Request {
  /** Method and target, as in `POST /acs/token`. */
  readonly line: Line
  readonly query?: Readonly<Record<string, string | number | boolean | undefined>>
  readonly headers?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Access token for `Authorization: Bearer`. */
  readonly bearer?: string | undefined
  /** Id and secret for `Authorization: Basic`, joined and encoded as the guide says. */
  readonly basic?: readonly [id: string, secret: string] | undefined
  /** Members of a form-encoded body; a list repeats the name, `undefined` leaves it out. */
  readonly form?: Readonly<Record<string, string | readonly string[] | undefined>>
  /** Value of a JSON body. */
  readonly json?: unknown
  /** A body as it is; wins over `form` and `json` but takes its media type from the headers. */
  readonly body?: string | Uint8Array
}

/** A request as it goes out: every header and byte decided. */
export interface Outgoing {
  readonly method: Method
  readonly target: string
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: Uint8Array | undefined
}

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

const pairs = (values: Readonly<Record<string, unknown>>): [string, string][] =>
  Object.entries(values).flatMap(([name, value]) =>
    (Array.isArray(value) ? value : [value])
      .filter(each => each !== undefined)
      .map(each => [name, String(each)] as [string, string]),
  )

const formOf = (form: NonNullable<Request['form']>) => new URLSearchParams(pairs(form)).toString()

const bodyOf = ({ body, form, json }: Request): Uint8Array | undefined => {
  if (body !== undefined) return typeof body === 'string' ? Buffer.from(body, 'utf8') : body
  if (form) return Buffer.from(formOf(form), 'utf8')
  if (json !== undefined) return Buffer.from(JSON.stringify(json), 'utf8')
  return undefined
}

/**
 * Decides every header and byte of a request.
 * A header set to `undefined` is left out even where it would have been added.
 */
export const outgoing = (request: Request): Outgoing => {
  const [method = 'GET', path = '/'] = request.line.split(' ', 2)
  const query = request.query ? new URLSearchParams(pairs(request.query)).toString() : ''
  const added: Record<string, string> = {}
  if (request.form && request.body === undefined) added['content-type'] = 'application/x-www-form-urlencoded'
  else if (request.json !== undefined && request.body === undefined) added['content-type'] = 'application/json'
  if (request.bearer !== undefined) added.authorization = `Bearer ${request.bearer}`
  if (request.basic) added.authorization = `Basic ${base64(request.basic.join(':'))}`

  const own = Object.entries(request.headers ?? {})
  const named = new Set(own.map(([name]) => name.toLowerCase()))
  return {
    method: method as Method,
    target: query ? `${path}${path.includes('?') ? '&' : '?'}${query}` : path,
    headers: [...Object.entries(added).filter(([name]) => !named.has(name)), ...pairs(Object.fromEntries(own))],
    body: bodyOf(request),
  }
}

/**
 * The same request with something changed. `form` and `headers` are changed member by member
 * (`undefined` leaves one out); everything else is replaced.
 */
export const twist = (good: Request, change: Partial<Request>): Request => ({
  ...good,
  ...change,
  ...(good.form && change.form && { form: { ...good.form, ...change.form } }),
  ...(good.headers && change.headers && { headers: { ...good.headers, ...change.headers } }),
})
