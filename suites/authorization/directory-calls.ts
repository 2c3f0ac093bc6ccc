import {
  createDirectory,
  deleteDirectory,
  directoryMembers,
  generateCredentials,
  listDirectories,
  patchDirectory,
  readDirectory,
  readSyncClient,
  type Given,
  type Reply,
} from '../../harness'
import { listed, presence, type Family } from './calls'

/** Minutes a sync token lives before and after the call that changes it. */
export const [syncLifetime, otherSyncLifetime] = [60, 61] as const

/** Deletion takes a while; who asks meanwhile is told that it is under way. */
const standing = (reply: Reply) =>
  presence(reply) === 'present' && reply.at('/delete_in_progress') !== true ? 'present' : 'gone or going'

/**
 * The operations on directories and their sync clients.
 * @param id a directory that is there; its sync client is read before it gets credentials of another lifetime
 */
export const directoryCalls = (given: Given, id: string): Family => {
  const [fresh, renamed] = [given.name(), given.name()]
  const read = (admin: string) => readDirectory(admin, id)
  return {
    reads: [
      { operation: 'getAllDirectories', as: listDirectories, success: 200 },
      { operation: 'getDirectoryById', as: bearer => readDirectory(bearer, id), success: 200 },
      { operation: 'getDirectorySyncClientById', as: bearer => readSyncClient(bearer, id), success: 200 },
    ],
    changes: [
      {
        operation: 'createNewDirectory',
        as: bearer => createDirectory(bearer, directoryMembers(fresh)),
        success: 201,
        look: listDirectories,
        what: 'the new directory',
        shows: listed('name', fresh),
      },
      {
        operation: 'patchDirectoryById',
        as: bearer => patchDirectory(bearer, id, { name: renamed }),
        success: 200,
        look: read,
        what: 'the name of the directory',
        shows: reply => reply.at('/name'),
      },
      {
        operation: 'generateCredentialsForSyncClient',
        as: bearer => generateCredentials(bearer, id, { generate_token: true, token_ttl: otherSyncLifetime }),
        success: 200,
        look: admin => readSyncClient(admin, id),
        what: 'token_ttl of the sync client',
        shows: reply => reply.at('/token_ttl'),
      },
      {
        operation: 'deleteDirectoryById',
        as: bearer => deleteDirectory(bearer, id),
        success: 202,
        look: read,
        what: 'the directory',
        shows: standing,
      },
    ],
  }
}
