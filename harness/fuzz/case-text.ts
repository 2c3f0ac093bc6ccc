import { mask } from '../redact'
import { isText } from '../replay/shell'
import { learn } from '../secret-book'

/** One case of a property: a request body, as a value or as bytes, and what is wrong with it, where something is. */
export interface Case {
  readonly body: unknown
  readonly slip?: string
}

const longest = 1_500

/** A text of the same shape: letters and digits are others, everything else stays where it is. */
const sameShape = (value: string): string =>
  [...value.matchAll(/[A-Za-z0-9]+|[^A-Za-z0-9]+/g)]
    .map(([part]) =>
      /^[A-Za-z0-9]/.test(part)
        ? `"$(LC_ALL=C tr -dc 'A-Za-z0-9' </dev/urandom | head -c ${part.length})"`
        : `'${part.replaceAll("'", `'\\''`)}'`,
    )
    .join('')

/** The secret of a case is going to guard a client for a moment: no report may show it. */
export const hideSecretOf = ({ body }: Case): void => {
  const secret = typeof body === 'object' && body !== null && 'secret' in body ? body.secret : undefined
  if (typeof secret === 'string' && secret.length >= 8)
    learn(secret, 'secret', { from: 'shell', expression: sameShape(secret) })
}

const textOf = (body: unknown): string => {
  if (!(body instanceof Uint8Array)) return JSON.stringify(body)
  const text = Buffer.from(body).toString('utf8')
  return isText(body) && !text.includes('\n') ? text : JSON.stringify(text)
}

/** The body of a case on one line, secrets replaced, long ones cut. */
export const bodyText = ({ body }: Case): string => {
  const shown = mask(textOf(body))
  return shown.length > longest ? `${shown.slice(0, longest)}… (${shown.length} characters)` : shown
}
