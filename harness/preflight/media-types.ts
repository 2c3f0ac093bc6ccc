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

/**
 * Whether the client may read what the checks look at, and the newest generation of media types it is listed in.
 * @throws PreflightProblem
 */
export const lookAtMediaTypes = async (inquiry: Inquiry, token: string): Promise<Generation | undefined> => {
  for (const generation of generations) {
    const { status } = await ask(inquiry, inGeneration(listClients(token, { page_size: 1 }), generation))
    if (status === 403)
      throw new PreflightProblem(
        'TENANT_CLIENT_ID',
        `The client ${inquiry.tenant.client.id} may not list OAuth 2.0 clients (403). Put a client with the TENANT_ADMIN rule set and the admin scope into TENANT_CLIENT_ID.`,
      )
    if (status !== 200) continue
    inquiry.found.generation = generation
    see(inquiry, 'media types', generation)
    return generation
  }
  see(inquiry, 'media types', 'none of the three generations is accepted')
  return undefined
}

/**
 * In which generation bodies are taken, where the run may send any; the one that clients are listed in comes first. A
 * tenant that disregards `Accept` lists them in each (MEDIA-007), and tells only by a body which one it takes. The body
 * is for nobody's client, so nothing can change.
 * @throws PreflightProblem
 */
export const lookAtBodies = async (inquiry: Inquiry, token: string, listed: Generation): Promise<void> => {
  if (!inquiry.tenant.writes) return
  for (const generation of new Set([listed, ...generations])) {
    const { status } = await ask(inquiry, inGeneration(patchClient(token, nobodysId, {}), generation))
    if (status === 415) continue
    inquiry.found.generation = generation
    return see(inquiry, 'bodies', generation)
  }
  see(inquiry, 'bodies', 'none of the three generations is accepted')
}
