import { cannotTell, createClient, echoFault, readClient, test, unless, validClients, verifies } from '../../harness'

test.describe('any valid registration', () => {
  test(...verifies('CLI-001', 'any valid body', '@fuzz'), async ({ given, forAll }) => {
    const admin = await given.admin()

    await forAll(validClients(given.name()), async ({ body }, ask) => {
      const reply = await ask(createClient(admin, body))

      return (
        unless(reply.status === 201, 'status 201', reply) ??
        unless(reply.at('/client_id') === body.client_id, 'a representation with the client_id as sent', reply)
      )
    })
  })

  test(...verifies('CLI-002', 'any valid body', '@fuzz'), async ({ given, forAll, settles }) => {
    const admin = await given.admin()

    await forAll(validClients(given.name()), async ({ body }, ask) => {
      const created = await ask(createClient(admin, body))
      if (created.status !== 201) return cannotTell(`blocked by CLI-001: a valid client was refused: ${created.status}`)
      const read = await settles(
        () => ask(readClient(admin, body.client_id)),
        reply => reply.status === 200,
      )

      return (
        echoFault(body, created) ??
        unless(read.status === 200, 'a client that can be read', read) ??
        echoFault(body, read)
      )
    })
  })
})
