import { spellings } from '../redact'
import type { Reply } from '../reply'

/** Whether a value stands in the body or the headers of a reply, plain, escaped, URL-encoded or in Base64. */
export const holdsSecret = (reply: Pick<Reply, 'text' | 'headers'>, value: string): boolean => {
  const all = [reply.text, ...reply.headers.map(([, text]) => text)].join('\n')
  return spellings(value).some(text => all.includes(text))
}
