import { createDirectory, directoryMembers, expect, readDirectory, test, verifies, type Reply } from '../../harness'

/** Letters of one, two and three bytes in UTF-8, none of which is written in a second way. */
const text = 'Répertoire Ωμέγα каталог 目录'

const isBeyondAscii = /[^\x20-\x7e]/g

/** The same JSON with every letter beyond ASCII written as an escape. */
const escaped = (members: unknown) =>
  JSON.stringify(members).replaceAll(
    isBeyondAscii,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

const nameIn = (reply: Reply) => String(reply.at('/name')).normalize('NFC')

test.describe('text beyond ASCII', () => {
  for (const [spelling, write] of [
    ['as it is', JSON.stringify],
    ['in escapes', escaped],
  ] as const)
    test(...verifies('MEDIA-015', spelling), async ({ given, send }) => {
      const admin = await given.admin()
      const [plain, members] = [directoryMembers(given.name()), directoryMembers(given.name())]
      const name = `${String(members.name)} ${text}`
      expect(await send(createDirectory(admin, plain))).toHaveStatus(201)

      const body = write({ ...members, name })
      const made = await send({ ...createDirectory(admin, { ...members, name }), body })
      expect(made).toHaveStatus(201)

      expect(nameIn(made), 'the name in the answer').toBe(name.normalize('NFC'))
      const read = await send(readDirectory(admin, String(made.at('/id'))))
      expect(read).toHaveStatus(200)
      expect(nameIn(read), 'the name that is read').toBe(name.normalize('NFC'))
    })
})
