import {
  createClient,
  expect,
  listClients,
  listDirectories,
  listIdentityProviders,
  readClient,
  readDiscovery,
  readKeys,
  test,
  tokenRequest,
  verifies,
} from '../../harness'

const foreign = 'wrong.example'

test.describe('a Host that is not the tenant', () => {
  test(...verifies('HOST-001', 'discovery'), async ({ probe }) => {
    expect(await probe(readDiscovery())).toHaveStatus(200)

    expect(await probe({ ...readDiscovery(), host: foreign })).toBeNoResponse()
  })

  test(...verifies('HOST-001', 'a management call with a valid token'), async ({ given, probe }) => {
    const request = listClients(await given.admin())
    expect(await probe(request)).toHaveStatus(200)

    expect(await probe({ ...request, host: foreign })).toBeNoResponse()
  })

  test(...verifies('HOST-002'), async ({ probe }) => {
    expect(await probe(readDiscovery())).toHaveStatus(200)

    const reply = await probe({ ...readDiscovery(), host: foreign })

    expect(reply).toBeNoResponse()
    expect(reply.status !== 444 || reply.size === 0, 'the body of the reply').toHold(
      'empty under status 444',
      `${reply.size} bytes`,
    )
  })

  test(...verifies('HOST-009'), async ({ given, probe }) => {
    const credentials = await given.credentials()
    const admin = await given.admin()
    const families = [
      readDiscovery(),
      readKeys(),
      tokenRequest(credentials),
      listClients(admin),
      listDirectories(admin),
      listIdentityProviders(admin),
      createClient(admin, {}),
    ]

    for (const request of families) {
      const known = await probe(request)
      expect([200, 400].includes(known.status), `${request.line} with the right Host`).toHold(
        'answered',
        String(known.status),
      )
      expect(await probe({ ...request, host: foreign })).toBeNoResponse()
    }
  })

  test(...verifies('HOST-010'), async ({ given, probe, send }) => {
    const admin = await given.admin()
    const [refused, accepted] = [given.members(), given.members()]

    expect(await probe({ ...createClient(admin, refused), host: foreign })).toBeNoResponse()

    expect(await send(readClient(admin, String(refused.client_id)))).toHaveStatus(404)
    expect(await probe(createClient(admin, accepted))).toHaveStatus(201)
  })

  test(...verifies('HOST-011'), async ({ given, probe }) => {
    const admin = await given.admin()
    expect(await probe(listClients(admin))).toHaveStatus(200)

    for (const bearer of [admin, 'not-a-token', undefined])
      expect(await probe({ ...listClients(bearer), host: foreign })).toBeNoResponse()
  })
})
