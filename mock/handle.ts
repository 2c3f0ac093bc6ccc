import type { IncomingMessage, ServerResponse } from 'node:http'
import { answer } from './answer'
import { receive } from './incoming'
import { createTenant, type Making } from './tenant'
import { write } from './wire'

/** Takes a request and answers it, unless something goes wrong. */
export type Handle = (message: IncomingMessage, response: ServerResponse) => Promise<void>

/** Makes a tenant that answers what a listener takes. */
export const createHandle = (making: Making): Handle => {
  const tenant = createTenant(making)
  return async (message, response) =>
    write(response, await answer(tenant, await receive(message, tenant.laws.media.longestBody)))
}
