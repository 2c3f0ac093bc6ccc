import {
  createClient,
  deleteClient,
  listClients,
  patchClient,
  readClient,
  rotateSecret,
  secret,
  type Given,
} from '../../harness'
import { presence, type Family } from './calls'

const lifetime = 61

/**
 * The operations on clients.
 * @param client_id a client that is there, with another lifetime than 61 minutes
 */
export const clientCalls = (given: Given, client_id: string): Family => {
  const fresh = given.members({ rule_set_names: ['TENANT_ADMIN'] })
  const read = (admin: string) => readClient(admin, client_id)
  return {
    reads: [
      {
        operation: 'getAllOAuth2ClientSummaries',
        as: bearer => listClients(bearer, { page_size: 1 }),
        success: 200,
      },
      { operation: 'getOAuth2ClientById', as: bearer => readClient(bearer, client_id), success: 200 },
    ],
    changes: [
      {
        operation: 'createNewOAuth2Client',
        as: bearer => createClient(bearer, fresh),
        success: 201,
        look: admin => readClient(admin, String(fresh.client_id)),
        what: 'the new client',
        shows: presence,
      },
      {
        operation: 'patchOAuth2ClientById',
        as: bearer => patchClient(bearer, client_id, { access_token_ttl: lifetime }),
        success: 200,
        look: read,
        what: 'access_token_ttl',
        shows: reply => reply.at('/access_token_ttl'),
      },
      {
        operation: 'rotateSecretForOAuth2ClientById',
        as: bearer => rotateSecret(bearer, client_id, 'start-rotate-secret', { secondary_secret: secret() }),
        success: 204,
        look: read,
        what: 'rotate_secret',
        shows: reply => reply.at('/rotate_secret') ?? false,
      },
      {
        operation: 'deleteOAuth2ClientById',
        as: bearer => deleteClient(bearer, client_id),
        success: 204,
        look: read,
        what: 'the client',
        shows: presence,
      },
    ],
  }
}
