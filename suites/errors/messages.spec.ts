import { cannotTell, createClient, expect, test, verifies } from '../../harness'
import { entriesOf } from './entries'
import { provocations, refusalsAmong } from './provocations'

/** Templates of Java, shells and C that nobody filled in; none of the slips sends such a text. */
const placeholder = /\$?\{[\w.-]+\}|\{\{.*?\}\}|\$\{|%(?:\d+\$)?[sd]\b/

test.describe('messages of errors', () => {
  for (const [group, provoke] of provocations)
    test(...verifies('ERR-005', group), async ({ given, send }) => {
      const entries = refusalsAmong(await provoke(given, send)).flatMap(([slip, reply]) =>
        entriesOf(reply).map(({ message }) => [slip, String(message)] as const),
      )
      if (entries.length === 0) cannotTell('no refusal has a message: ERR-002 judges that')

      for (const [slip, message] of entries)
        expect(!placeholder.test(message), `the message for ${slip}`).toHold('without placeholders', message)
    })

  test(...verifies('ERR-005', 'a client_id that is taken'), async ({ given, send }) => {
    const { client_id } = await given.client()

    const reply = await send(createClient(await given.admin(), given.members({ client_id })))

    expect(reply).toBeRefused(409, undefined, [400])
    expect(JSON.stringify(entriesOf(reply)).includes(client_id), 'the error').toHold(
      `one that names the client_id ${client_id}`,
      reply.text,
    )
  })
})
