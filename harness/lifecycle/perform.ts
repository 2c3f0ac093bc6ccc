import type { Reply } from '../reply'
import {
  createClient, deleteClient, listClients, patchClient, readClient, revokeRequest, rotateSecret, tokenRequest,
} from '../requests' // prettier-ignore
import type { Request } from '../request'
import type { Send } from '../send'
import { Trouble } from '../trouble'
import type { Members } from './command'
import type { Step } from './step'
import type { World } from './world'

/** Long enough that no rotation of a sequence ends by itself. */
const minutes = 600

/** Members of a creation: an empty list is left out, which means the same and is allowed everywhere. */
const given = (members: Members): Readonly<Record<string, unknown>> =>
  Object.fromEntries(Object.entries(members).filter(([, value]) => !Array.isArray(value) || value.length > 0))

const requestOf = (step: Exclude<Step, { do: 'list' }>, { admin, idOf, secretOf, tokenOf }: World): Request => {
  const client_id = idOf(step.client)
  const start = (secret: number) =>
    rotateSecret(admin, client_id, 'start-rotate-secret', {
      secondary_secret: secretOf(secret),
      primary_secret_auto_retire_duration: minutes,
    })
  switch (step.do) {
    case 'create':
      return createClient(admin, {
        client_id,
        ...(step.hasSecret && { secret: secretOf(step.secret) }),
        ...given(step.members),
      })
    case 'duplicate':
      return createClient(admin, { client_id, secret: secretOf(step.secret), ...given(step.members) })
    case 'patch': {
      const [name, value] = step.change
      return patchClient(
        admin,
        client_id,
        { [name]: value },
        step.spares ? { revoke_token_on_rule_set_removal: false } : {},
      )
    }
    case 'patch gone':
      return patchClient(admin, client_id, { access_token_ttl: 61 })
    case 'start':
    case 'start again':
      return start(step.secret)
    case 'retire':
    case 'retire idle':
      return rotateSecret(admin, client_id, 'retire-primary-secret')
    case 'delete':
    case 'delete again':
      return deleteClient(admin, client_id)
    case 'read':
      return readClient(admin, client_id)
    case 'ask':
      return tokenRequest({ client_id, secret: secretOf(step.secret) })
    case 'use':
      return readClient(tokenOf(step.token), client_id)
    default:
      return revokeRequest({ client_id, secret: secretOf(step.secret) }, tokenOf(step.token))
  }
}

const mostPages = 200

/** The page that a client stands on, or the last page there is. */
const pageWith = async (admin: string, client_id: string, ask: Send): Promise<Reply> => {
  for (let start_index = 1; start_index <= mostPages; start_index++) {
    const page = await ask(listClients(admin, { start_index, page_size: 100 }))
    const items = page.at('/items')
    const isThere =
      Array.isArray(items) && items.some(item => (item as { client_id?: unknown }).client_id === client_id)
    if (isThere || page.status !== 200 || !(start_index < Number(page.at('/totalPages')))) return page
  }
  throw new Trouble(`there are more than ${mostPages} pages of clients`)
}

/** Asks the tenant what a step comes to in a world. */
export const perform = (step: Step, world: World, ask: Send): Promise<Reply> =>
  step.do === 'list' ? pageWith(world.admin, world.idOf(step.client), ask) : ask(requestOf(step, world))
