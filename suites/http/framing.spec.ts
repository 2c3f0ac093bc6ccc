import {
  cannotTell, createClient, deleteClient, expect, listClients, oddity, readClient, readDiscovery, rotateSecret, secret,
  test, verifies, type Reply, type Request,
} from '../../harness' // prettier-ignore

/** Judges that a 204 ends with its head. */
const expectBare = (reply: Reply, what: string) => {
  const length = reply.header('content-length')
  if (reply.status !== 204) cannotTell(`${what} is answered ${reply.status}, not 204`)
  if (length === '0') oddity(`the 204 to ${what} carries Content-Length: 0`)
  expect(reply).toHaveNoBody()
  expect(length ?? '0', `Content-Length of the 204 to ${what}, where it is there at all`).toBe('0')
  expect(reply).toLackHeader('transfer-encoding')
}

const filler = 'x'.repeat(2_000)

/** Requests with a body that is refused before anybody needs it, and some without. */
const refused = (admin: string, name: string): readonly (readonly [what: string, request: Request])[] => [
  ['401 for a creation without a token', createClient(undefined, { client_id: name, filler })],
  ['400 for a body that is no JSON', { ...createClient(admin, {}), body: `{"${filler}` }],
  ['415 for a body that is text', { ...createClient(admin, {}), body: filler, headers: { 'content-type': 'text/plain' } }],
  ['405 for a POST to discovery', { line: 'POST /acs/.well-known/openid-configuration', form: { filler } }],
  ['400 for a token request of nobody', { line: 'POST /acs/token', form: { filler } }],
  ['404 for a client that is not there', readClient(admin, name)],
] // prettier-ignore

/** Judges that the bytes of a body are as many as announced, in one way only. */
const expectFramed = (reply: Reply, what: string) => {
  const length = reply.header('content-length')
  const isChunked = reply.header('transfer-encoding') !== undefined
  expect(isChunked && length !== undefined, `Content-Length beside Transfer-Encoding in ${what}`).toBe(false)
  expect(reply.size, `the bytes of the body of ${what}`).toBe(length === undefined ? reply.size : Number(length))
}

test.describe('where a reply ends', () => {
  test(...verifies('HTTP-004', 'deletion'), async ({ given, probe }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()

    expectBare(await probe(deleteClient(admin, client_id)), 'the deletion of a client')
  })

  test(...verifies('HTTP-004', 'rotation'), async ({ given, probe }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    const start = rotateSecret(admin, client_id, 'start-rotate-secret', { secondary_secret: secret() })

    expectBare(await probe(start), 'the start of a rotation')
    expectBare(await probe(rotateSecret(admin, client_id, 'retire-primary-secret')), 'the end of a rotation')
  })

  test(...verifies('HTTP-006', 'lengths'), async ({ given, probe }) => {
    const admin = await given.admin()
    const good = [['discovery', readDiscovery()], ['a list', listClients(admin)]] as const // prettier-ignore

    for (const [what, request] of [...good, ...refused(admin, given.name())]) expectFramed(await probe(request), what)
  })

  // The connection is kept and used again by both sides, unless the tenant closes it, which it may.
  test(...verifies('HTTP-006', 'after a refusal'), async ({ given, send }) => {
    const admin = await given.admin()
    expect(await send(readDiscovery())).toHaveStatus(200)

    for (const [what, request] of refused(admin, given.name())) {
      await send(request)
      // More than once: the first may find the connection of the refusal not free yet and take another.
      for (const next of [await send(readDiscovery()), await send(readDiscovery()), await send(readDiscovery())]) {
        expect(next.status, `the status of discovery after ${what}`).toBe(200)
        expect(next.at('/issuer'), `the issuer in discovery after ${what}`).toBePresent()
      }
    }
  })
})
