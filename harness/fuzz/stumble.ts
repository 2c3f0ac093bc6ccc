import { note, oddity } from '../check'
import { holdsSecret } from '../matchers/secrets'
import type { Reply } from '../reply'
import { readDiscovery } from '../requests'
import type { Request } from '../request'
import type { Send } from '../send'
import { codeOf, Trouble } from '../trouble'
import { unless, type Finding } from './finding'

const stalled = new Set(['UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'])
const ended = new Set(['ECONNRESET', 'EPIPE', 'UND_ERR_SOCKET'])

/** From this size on a tenant may end the connection instead of reading on. */
const large = 100_000

const isSilence = (error: unknown): string | undefined => {
  const code = codeOf(error) ?? ''
  return error instanceof Trouble && (stalled.has(code) || ended.has(code)) ? code : undefined
}

/** Whether a request is answered when it is sent again. */
const isAnsweredNow = async (request: Request, ask: Send): Promise<boolean> => {
  try {
    await ask(request)
    return true
  } catch (error) {
    if (isSilence(error) === undefined) throw error
    return false
  }
}

/**
 * Asks; where the connection is ended, that is said and nothing given. Where no answer comes in time, a finding.
 * @throws Trouble where the same request is answered when it is sent again: the road may have swallowed the first
 */
const dare = async (request: Request, ask: Send): Promise<Reply | Finding | undefined> => {
  try {
    return await ask(request)
  } catch (error) {
    const code = isSilence(error)
    if (code === undefined) throw error
    await ask(readDiscovery())
    const reply = await ask(readDiscovery())
    if (stalled.has(code)) {
      const [expected, received] = ['an answer in time', 'none, while other requests are answered']
      return { expected, received, reply, isSilence: true }
    }
    if (await isAnsweredNow(request, ask))
      throw new Trouble('the same question was answered differently: no answer came, then one', { cause: error })
    if ((request.body?.length ?? 0) >= large) note('measured', 'a body of about a megabyte ends the connection')
    else oddity('a body that is no JSON ends the connection without an answer')
    return undefined
  }
}

/**
 * Where a hostile body makes a tenant stumble: a 5xx, no answer in time, or a connection that is of no use afterwards.
 * @param request a request with such a body
 */
export const stumble = async (request: Request, ask: Send): Promise<Finding | undefined> => {
  const reply = await dare(request, ask)
  if (!reply || 'expected' in reply) return reply
  const after = await ask(readDiscovery())
  return (
    unless(reply.status < 500, 'no 5xx, whatever the body', reply) ??
    unless(after.status === 200, 'a connection of use afterwards', after)
  )
}

/**
 * Where an error shows a secret that was sent along, in any spelling.
 * @param secret a marker in the body
 */
export const leak = async (request: Request, secret: string, ask: Send): Promise<Finding | undefined> => {
  const reply = await dare(request, ask)
  if (!reply || 'expected' in reply) return undefined
  return unless(
    reply.status < 400 || !holdsSecret(reply, secret),
    'an error without the secret that was sent',
    reply,
    `${reply.status} with the secret`,
  )
}
