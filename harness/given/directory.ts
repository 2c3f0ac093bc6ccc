import { createDirectory } from '../requests'
import type { Send } from '../send'
import { blockedBy } from '../trouble'

/** A directory this check made. */
export interface Directory {
  readonly id: string
  readonly name: string
  readonly domain: string
}

/** The members of a small valid directory with one domain of its own (DIR-001). */
export const directoryMembers = (name: string): Readonly<Record<string, unknown>> => ({
  name,
  domains: [`${name}.example`],
  default_domain: `${name}.example`,
  source: 'GENERIC',
  type: 'PROVISIONED',
})

/** Makes a directory; blocked by DIR-001 where the tenant makes none. */
export const makeDirectory = async (send: Send, bearer: string, name: string): Promise<Directory> => {
  const reply = await send(createDirectory(bearer, directoryMembers(name)))
  const [id, code] = [reply.at('/id'), reply.at('/errors/0/code')]
  if (reply.status !== 201 || typeof id !== 'string')
    throw blockedBy('DIR-001', `no directory: ${reply.status}${typeof code === 'string' ? ` ${code}` : ''}`)
  return { id, name, domain: `${name}.example` }
}
