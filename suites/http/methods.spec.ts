import {
  choice, expect, fateOf, listClients, oddity, readClient, test, twist, verifies, type Line, type Reply, type Request,
} from '../../harness' // prettier-ignore

// PUT stands for DELETE on collections: a tenant that took it for a wish would lose what is not ours.
const wrongs: readonly (readonly [line: Line, ...documented: readonly string[]])[] = [
  ['GET /acs/token', 'POST'],
  ['POST /acs/.well-known/openid-configuration', 'GET'],
  ['PUT /acs/broker/oauth2-clients', 'GET', 'POST'],
  ['PUT /usergroup/broker/directories', 'GET', 'POST'],
  ['PUT /usergroup/scim/v2/Users', 'GET', 'POST'],
]

const allowedIn = (reply: Reply) => (reply.header('allow') ?? '').split(',').map(method => method.trim().toUpperCase())

/** The methods a 405 keeps quiet about; another refusal need not name any. */
const untold = (reply: Reply, documented: readonly string[]) =>
  reply.status === 405 ? documented.filter(method => !allowedIn(reply).includes(method)) : []

const overrides = ['X-HTTP-Method-Override', 'X-HTTP-Method', 'X-Method-Override'] as const

/** Ways to ask for a deletion with another method. */
const disguises = (read: Request): readonly (readonly [way: string, request: Request])[] => {
  const post = twist(read, { line: read.line.replace(/^GET/, 'POST') as Line })
  return [
    ...overrides.map(name => [`GET with ${name}`, twist(read, { headers: { [name]: 'DELETE' } })] as const),
    ...overrides.map(name => [`POST with ${name}`, twist(post, { headers: { [name]: 'DELETE' } })] as const),
    ['GET with the parameter _method', twist(read, { query: { _method: 'DELETE' } })],
    ['POST with the parameter _method', twist(post, { query: { _method: 'DELETE' } })],
    ['POST with the form member _method', { line: post.line, bearer: read.bearer, form: { _method: 'DELETE' } }],
  ]
}

test.describe('methods that an operation does not have', () => {
  test(...verifies('HTTP-001'), async ({ given, send }) => {
    const bearer = await given.admin()
    expect(await send(listClients(bearer))).toHaveStatus(200)

    for (const [line, ...documented] of wrongs) {
      const reply = await send({ line, bearer })
      const isRefused = (reply.status >= 400 && reply.status < 500) || reply.status === 501
      choice('HTTP-001', `${line} is`, fateOf(reply))
      if (isRefused && reply.status !== 405) oddity(`${line} is refused with ${reply.status}, not 405`)
      expect(isRefused, `the reply to ${line}`).toHold('a refusal, at best with 405', String(reply.status))
      expect(untold(reply, documented), `the methods that Allow leaves out after ${line}`).toBe([])
    }
  })

  test(...verifies('HTTP-002'), async ({ given, send }) => {
    const { client_id } = await given.client()
    const read = readClient(await given.admin(), client_id)
    expect(await send(read)).toHaveStatus(200)

    for (const [way, request] of disguises(read)) {
      choice('HTTP-002', `${way} is`, fateOf(await send(request)))
      const { status } = await send(read)
      expect(status === 200, `the client after a ${way}: DELETE`).toHold('still there', String(status))
    }
  })
})
