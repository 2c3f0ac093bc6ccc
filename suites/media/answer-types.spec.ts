import {
  choice, createClient, expect, fateOf, listClients, mediaTypeOf, spoken, patchClient, readClient, readDiscovery, readKeys, generations, test, tokenRequest,
  twist, verifies, type Request,
} from '../../harness' // prettier-ignore

const suffixOf = (request: Request) =>
  generations.map(generation => mediaTypeOf(request.line, generation).toLowerCase())

test.describe('Content-Type and Accept of an answer', () => {
  test(...verifies('MEDIA-007'), async ({ given, send }) => {
    const good = listClients(await given.admin())
    expect(await send(good)).toHaveStatus(200)

    const reply = await send(twist(good, { headers: { accept: 'application/xml, image/png' } }))

    choice('MEDIA-007', 'an Accept without any offered type is', fateOf(reply, 'disregarded'))
    expect(reply).toHaveStatus(406, 200)
    expect(reply.mediaType(), 'the media type of the reply').toMatch(/json$/)
  })

  for (const [accept, of] of [
    ['no Accept', () => undefined],
    ['*/*', () => '*/*'],
    ['application/*', () => 'application/*'],
    ['a list with weights', (type: string) => `text/html;q=0.9, ${type};q=0.8, */*;q=0.1`],
  ] as const)
    test(...verifies('MEDIA-008', accept), async ({ given, send }) => {
      const good = listClients(await given.admin())
      expect(await send(good)).toHaveStatus(200)

      expect(await send(twist(good, { headers: { accept: of(mediaTypeOf(good.line)) } }))).toHaveStatus(200)
    })

  test(...verifies('MEDIA-009', 'management operations'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    const requests = [
      ['creating', createClient(admin, given.members())],
      ['reading', readClient(admin, client_id)],
      ['listing', listClients(admin)],
      ['patching', patchClient(admin, client_id, { access_token_ttl: 30 })],
    ] as const

    for (const [operation, request] of requests) {
      const reply = await send(request)
      choice('A-33', `asked for ${spoken()}, ${operation} clients answers as`, reply.mediaType() ?? 'no media type')
      expect(reply).toHaveStatus(200, 201)
      expect(reply).toHaveMediaType(...suffixOf(request))
    }
  })

  test(...verifies('MEDIA-009', 'token endpoint, discovery and keys'), async ({ given, send }) => {
    const token = await send(tokenRequest(await given.credentials()))
    const discovery = await send(readDiscovery())
    const keys = await send(readKeys())

    expect(token).toHaveMediaType('application/json')
    expect(discovery).toHaveMediaType('application/json')
    expect(keys).toHaveMediaType('application/jwk-set+json', 'application/json')
  })
})
