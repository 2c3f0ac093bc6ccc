import {
  choice, createClient, expect, fateOf, generations, mediaTypeHeaders, patchClient, readClient, listClients, deleteClient, oddity, spoken, test, verifies,
  type Generation, type Request,
} from '../../harness' // prettier-ignore

const speaking = (request: Request, generation: Generation): Request => ({
  ...request,
  headers: mediaTypeHeaders(request.line, request.json !== undefined, generation),
})

test.describe('generations of media types', () => {
  test(...verifies('MEDIA-001'), async ({ given, send }) => {
    const { token: admin } = await given.bootstrap()
    const accepted: Generation[] = []

    for (const generation of generations) {
      const created = await send(speaking(createClient(admin, given.members()), generation))
      if (created.status === 201) accepted.push(generation)
    }

    choice('A-33', 'creating a client works with', accepted.join(', ') || 'none of the documented media types')
    expect(accepted, 'the documented media types that work').toBePresent()
  })

  for (const [operation, ask] of [
    ['creating', (admin: string, _id: string, body: unknown) => createClient(admin, body)],
    ['listing', (admin: string) => listClients(admin)],
    ['reading', (admin: string, id: string) => readClient(admin, id)],
    ['patching', (admin: string, id: string) => patchClient(admin, id, { access_token_ttl: 30 })],
    ['deleting', (admin: string, id: string) => deleteClient(admin, id)],
  ] as const)
    test(...verifies('MEDIA-002', operation), async ({ given, send }) => {
      const admin = await given.admin()
      const { client_id } = await given.client()

      const reply = await send(speaking(ask(admin, client_id, given.members()), 'application/json'))

      const isPinned = spoken() !== 'application/json' && [406, 415].includes(reply.status)
      choice('A-33', `${operation} a client with application/json is`, fateOf(reply))
      if (isPinned) oddity(`${operation} with application/json is refused: the tenant is pinned to ${spoken()}`)
      expect(isPinned ? 'refused' : reply.status, 'the status').toBeOneOf(200, 201, 204, 'refused')
    })

  test(...verifies('MEDIA-003'), async ({ given, send }) => {
    const admin = await given.admin()
    expect(await send(createClient(admin, given.members()))).toHaveStatus(201)

    const reply = await send(speaking(createClient(admin, given.members()), 'vnd.Omnissa'))

    choice('A-33', 'creating a client with the media type of the guide is', fateOf(reply))
    expect(reply).toHaveStatus(201, 406, 415)
  })
})
