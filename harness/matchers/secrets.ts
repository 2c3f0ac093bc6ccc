import { spellings } from '../spellings'
import type { Reply } from '../reply'

/**
 * Whether a value stands in the body or the headers of a reply, plain, escaped, URL-encoded or in Base64.
 * @throws Error for a value too short to be told from ordinary text
 */
export const holdsSecret = (reply: Pick<Reply, 'text' | 'headers'>, value: string): boolean => {
  const forms = spellings(value)
  if (forms.length === 0)
    throw new Error(
      `toKeepSecret needs a value that is long enough to be found, not one of ${value.length} characters.`,
    )
  const all = [reply.text, ...reply.headers.map(([, text]) => text)].join('\n')
  return forms.some(text => all.includes(text))
}
