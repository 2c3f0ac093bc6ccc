import { createClient, hostileClients, leak, secret, stumble, test, twist, verifies } from '../../harness'

test.describe('a registration nobody sends', () => {
  test(...verifies('ERR-008', 'any hostile body', '@fuzz'), async ({ given, forAll }) => {
    const { client_id } = await given.client()
    const good = createClient(await given.admin(), {})

    await forAll(hostileClients(client_id, secret()), ({ body }, ask) => stumble(twist(good, { body }), ask))
  })

  test(...verifies('ERR-011', 'any hostile body', '@fuzz'), async ({ given, forAll }) => {
    const { client_id } = await given.client()
    const good = createClient(await given.admin(), {})
    const marker = secret()

    await forAll(hostileClients(client_id, marker), ({ body }, ask) => leak(twist(good, { body }), marker, ask))
  })
})
