import { choice, createClient, expect, fateOf, readClient, test, verifies } from '../../harness'
import { expectUsableClient } from './usable-client'

/** Characters that may stand nowhere in a name. */
const strangers = [
  ['a blank', ' '],
  ['a slash', '/'],
  ['a colon', ':'],
  ['a plus', '+'],
  ['a percent sign', '%'],
  ['an exclamation mark', '!'],
  ['a quotation mark', '"'],
  ['a letter beyond ASCII', 'é'],
  ['an emoji', '🙂'],
] as const

/** White space at either end may be trimmed; kept it may not be. */
const edges = [
  ['a line break behind it', (name: string) => `${name}\n`],
  ['a blank in front of it', (name: string) => ` ${name}`],
] as const

test.describe('characters of a client_id', () => {
  test(...verifies('CLI-020', 'every permitted class'), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members({ client_id: `${given.name()}aZ0.-_@x` })

    const reply = await send(createClient(admin, members))

    await expectUsableClient(reply, members, { send, admin })
  })

  for (const [what, character] of strangers)
    test(...verifies('CLI-020', `${what} inside`), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()
      const client_id = `${String(good.client_id)}${character}x`

      const reply = await send(createClient(admin, { ...good, client_id }))

      expect(reply).toBeRefused(400)
      expect(reply).toCarryEnvelope()
      expect(await send(readClient(admin, client_id))).toBeRefused([404, 400, 403])
      expect(await send(createClient(admin, good))).toHaveStatus(201)
    })

  for (const [what, spoilt] of edges)
    test(...verifies('CLI-020', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, client_id: spoilt(String(good.client_id)) }))

      const isTrimmed = reply.status === 201 && reply.at('/client_id') === good.client_id
      choice('CLI-020', `a client_id with ${what} is`, fateOf(reply, isTrimmed ? 'trimmed' : 'kept'))
      expect(isTrimmed || (reply.status >= 400 && reply.status < 500), 'the creation').toHold(
        'refused, or made with the trimmed name',
        `status ${reply.status}`,
      )
      expect(await send(createClient(admin, good))).toHaveStatus(isTrimmed ? 409 : 201)
    })
})
