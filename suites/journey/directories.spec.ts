import {
  cannotTell,
  createDirectory,
  deleteDirectory,
  directoryMembers,
  expect,
  generateCredentials,
  listDirectories,
  note,
  patchDirectory,
  readDirectory,
  test,
  verifies,
  type Reply,
} from '../../harness'

const ids = (list: Reply) => (list.at('/items') as readonly { id?: unknown }[] | undefined)?.map(({ id }) => id)

/** A directory that is not gone yet says that it will be. */
const goesAway = (reply: Reply) => {
  if (reply.status === 200) note('A-41', 'the deletion of a directory takes longer than the settle window')
  expect(reply.status === 404 || reply.at('/delete_in_progress') === true, 'the directory').toHold(
    'gone, or marked delete_in_progress',
    `${reply.status}, delete_in_progress ${String(reply.at('/delete_in_progress'))}`,
  )
}

test(...verifies('E2E-004'), async ({ given, send, settles }) => {
  const { token } = await given.actor('IDP_AND_DIRECTORY_ADMIN')
  const [name, newName] = [given.name(), given.name()]

  const made = await send(createDirectory(token, directoryMembers(name)))
  expect(made).toHaveStatus(201)
  const id = String(made.at('/id'))
  expect((await send(readDirectory(token, id))).at('/name'), 'the name that is read').toBe(name)
  const list = await settles(
    () => send(listDirectories(token)),
    reply => ids(reply)?.includes(id) ?? false,
  )
  expect(list).toHaveStatus(200)
  expect(ids(list), 'the directories that are listed').toInclude(id)

  // A tenant may want to know how a directory is provisioned before it is changed.
  const prepared = await send(generateCredentials(token, id))
  if (prepared.status !== 200) cannotTell(`no sync configuration could be made: ${prepared.status}`)
  const renamed = await send(patchDirectory(token, id, { name: newName }))
  expect(renamed).toHaveStatus(200)
  expect(renamed.at('/name'), 'the name after the change').toBe(newName)

  expect(await send(deleteDirectory(token, id))).toHaveStatus(202)
  goesAway(
    await settles(
      () => send(readDirectory(token, id)),
      ({ status }) => status === 404,
    ),
  )
})
