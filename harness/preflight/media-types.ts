import { generations, mediaTypeHeaders, type Generation } from '../media-type'
import { nobodysId } from '../nobody'
import { listClients, patchClient } from '../requests'
import type { Request } from '../request'
import { ask } from './asking'
import { see, type Inquiry } from './inquiry'
import { PreflightProblem } from './problem'

/** A management request in the media types of a generation. */
export const inGeneration = (request: Request, generation: Generation): Request => ({
  ...request,
  headers: mediaTypeHeaders(request.line, request.json !== undefined, generation),
})

/** The newest generation in which clients are listed. */
const readable = async (inquiry: Inquiry, token: string): Promise<Generation | undefined> => {
  for (const generation of generations) {
    const { status } = await ask(inquiry, inGeneration(listClients(token, { page_size: 1 }), generation))
    if (status === 403)
      throw new PreflightProblem(
        'TENANT_CLIENT_ID',
        `The client ${inquiry.tenant.client.id} may not list OAuth 2.0 clients (403). Put a client with the TENANT_ADMIN rule set and the admin scope into TENANT_CLIENT_ID.`,
      )
    if (status === 200) return generation
  }
  return undefined
}

/**
 * The generation in which bodies are taken, the readable one if it is: a tenant that disregards `Accept` lists clients in
 * any (MEDIA-007), and says only to a body what it takes. Nobody's client is asked for, so nothing can change.
 */
const writable = async (inquiry: Inquiry, token: string, read: Generation): Promise<Generation> => {
  for (const generation of new Set([read, ...generations])) {
    const { status } = await ask(inquiry, inGeneration(patchClient(token, nobodysId, {}), generation))
    if (status !== 415) return generation
  }
  return read
}

/**
 * Whether the client may read what the checks look at, and which generation of media types the tenant takes.
 * @throws PreflightProblem
 */
export const lookAtMediaTypes = async (inquiry: Inquiry, token: string): Promise<Generation | undefined> => {
  const read = await readable(inquiry, token)
  if (read === undefined) {
    see(inquiry, 'media types', 'none of the three generations is accepted')
    return undefined
  }
  const generation = inquiry.tenant.writes ? await writable(inquiry, token, read) : read
  inquiry.found.generation = generation
  see(inquiry, 'media types', generation)
  return generation
}
