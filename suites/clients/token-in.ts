import type { Reply } from '../../harness'

/** The access token in a reply, `undefined` where there is none: what is asked with it goes out without any. */
export const tokenIn = (reply: Reply): string | undefined => {
  const token = reply.at('/access_token')
  return typeof token === 'string' ? token : undefined
}
