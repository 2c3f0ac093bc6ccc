import {
  createGroup,
  createUser,
  deleteGroup,
  deleteUser,
  listGroups,
  listUsers,
  patchGroup,
  readGroup,
  readUser,
  scimUser,
  type Reply,
} from '../../harness'
import { presence, type Call, type Change } from './calls'
import type { Ways } from './families'
import type { Provisioned } from './provisioned'

const found = (list: Reply) => (Number(list.at('/totalResults') ?? 0) > 0 ? 'present' : 'absent')

/** The operations that read users and groups. */
export const scimReads = ({ user, group }: Provisioned): readonly Call[] => [
  { operation: 'getUserSearch', as: bearer => listUsers(bearer, { count: 1 }), success: 200 },
  { operation: 'getUser', as: bearer => readUser(bearer, user), success: 200 },
  { operation: 'searchGroups', as: bearer => listGroups(bearer, { count: 1 }), success: 200 },
  { operation: 'getGroup', as: bearer => readGroup(bearer, group), success: 200 },
]

/** The operations that change a user and a group; those that make new ones come last. */
export const scimChanges = ({ given, tenant }: Ways, { directory, user, group }: Provisioned): readonly Change[] => {
  const [userName, groupName, renamed] = [given.name(), given.name(), given.name()]
  return [
    {
      operation: 'patchGroup',
      as: bearer => patchGroup(bearer, group, [{ op: 'replace', path: 'displayName', value: renamed }]),
      success: 200,
      look: sync => readGroup(sync, group),
      what: 'displayName of the group',
      shows: reply => reply.at('/displayName'),
    },
    {
      operation: 'deleteGroup',
      as: bearer => deleteGroup(bearer, group),
      success: 204,
      look: sync => readGroup(sync, group),
      what: 'the group',
      shows: presence,
    },
    {
      operation: 'deleteUser',
      as: bearer => deleteUser(bearer, user),
      success: 204,
      look: sync => readUser(sync, user),
      what: 'the user',
      shows: presence,
    },
    {
      operation: 'createUser',
      as: bearer => createUser(bearer, scimUser(tenant, userName, directory.domain)),
      success: 201,
      look: sync => listUsers(sync, { filter: `userName eq "${userName}"` }),
      what: 'the new user',
      shows: found,
    },
    {
      operation: 'createGroup',
      as: bearer => createGroup(bearer, { displayName: groupName }),
      success: 201,
      look: sync => listGroups(sync, { filter: `displayName eq "${groupName}"` }),
      what: 'the new group',
      shows: found,
    },
  ]
}
