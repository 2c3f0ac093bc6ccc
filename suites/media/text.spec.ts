import {
  createDirectory, directoryMembers, expect, oddity, readDirectory, test, verifies, type Reply,
} from '../../harness' // prettier-ignore

/** Letters of one, two and three bytes in UTF-8, none of which is written in a second way. */
const text = 'Répertoire Ωμέγα каталог 目录'

const isBeyondAscii = /[^\x20-\x7e]/g

/** The same JSON with every letter beyond ASCII written as an escape. */
const escaped = (members: unknown) =>
  JSON.stringify(members).replaceAll(
    isBeyondAscii,
    letter => `\\u${letter.charCodeAt(0).toString(16).padStart(4, '0')}`,
  )

/** Stands for the byte FF, which no UTF-8 has. */
const mark = '\u001a'

const brokenUtf8 = (members: unknown): Uint8Array => {
  const [before = '', behind = ''] = JSON.stringify(members).split(JSON.stringify(mark).slice(1, -1))
  return Buffer.concat([Buffer.from(before), Buffer.from([0xff]), Buffer.from(behind)])
}

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

  test(...verifies('MEDIA-016'), async ({ given, send }) => {
    const admin = await given.admin()
    const [plain, members] = [directoryMembers(given.name()), directoryMembers(given.name())]
    expect(await send(createDirectory(admin, plain))).toHaveStatus(201)

    const broken = brokenUtf8({ ...members, name: `${String(members.name)} ${mark}` })
    const reply = await send({ ...createDirectory(admin, members), body: broken })

    if (reply.status === 201) oddity('a name that is no UTF-8 is stored with something in place of it')
    expect(reply).toHaveStatus(400, 415, 422, 201)
  })
})
