import {
  createClient, createDirectory, createIdentityProvider, deleteClient, deleteDirectory, deleteIdentityProvider,
  directoryMembers, generateCredentials, listClients, listDirectories, listIdentityProviders, patchClient,
  patchDirectory, patchIdentityProvider, readClient, readDirectory, readIdentityProvider, readSyncClient, rotateSecret,
  secret, type Given, type OperationId, type Request,
} from '../../harness' // prettier-ignore
import { nobodysId } from './nobody'

type Call = (given: Given) => Request

const provider = (name: string) => ({
  idp_name: name,
  idp_type: 'OIDC',
  directory_list: [{ id: nobodysId }],
  oidc_profile: {
    configuration_url: 'https://idp.example/.well-known/openid-configuration',
    client_id: name,
    client_secret: secret(),
  },
})

const calls: Partial<Record<OperationId, Call>> = {
  getAllOAuth2ClientSummaries: () => listClients(),
  createNewOAuth2Client: given => createClient(undefined, given.members()),
  getOAuth2ClientById: given => readClient(undefined, given.name()),
  patchOAuth2ClientById: given => patchClient(undefined, given.name(), { access_token_ttl: 30 }),
  deleteOAuth2ClientById: given => deleteClient(undefined, given.name()),
  rotateSecretForOAuth2ClientById: given =>
    rotateSecret(undefined, given.name(), 'start-rotate-secret', { secondary_secret: secret() }),
  getAllDirectories: () => listDirectories(),
  createNewDirectory: given => createDirectory(undefined, directoryMembers(given.name())),
  getDirectoryById: () => readDirectory(undefined, nobodysId),
  patchDirectoryById: given => patchDirectory(undefined, nobodysId, { name: given.name() }),
  deleteDirectoryById: () => deleteDirectory(undefined, nobodysId),
  getDirectorySyncClientById: () => readSyncClient(undefined, nobodysId),
  generateCredentialsForSyncClient: () => generateCredentials(undefined, nobodysId),
  getAllIdentityProviders: () => listIdentityProviders(),
  createNewIdentityProvider: given => createIdentityProvider(undefined, provider(given.name())),
  getIdentityProviderById: () => readIdentityProvider(undefined, nobodysId),
  patchIdentityProviderById: given => patchIdentityProvider(undefined, nobodysId, { idp_name: given.name() }),
  deleteIdentityProviderById: () => deleteIdentityProvider(undefined, nobodysId),
}

/**
 * The call of an operation as a stranger would make it: well-formed, without credentials, about ids that nobody has.
 * @throws Error where the operation has no line in the table above
 */
export const strangersCall = (operation: OperationId, given: Given): Request => {
  const call = calls[operation]
  if (!call) throw new Error(`no call of ${operation}: add one to suites/authentication/admin-calls.ts`)
  return call(given)
}
