import {
  createClient, expect, listClients, listDirectories, note, oddity, patchClient, readClient, test,
  verifies, type Reply,
} from '../../harness' // prettier-ignore
import { eachKind } from '../http/each-kind'

/** Caches that serve many are told to keep a reply, by name or by a lifetime of their own. */
const isForAll = (reply: Reply) => /\bpublic\b|\bs-maxage\b/i.test(reply.header('cache-control') ?? '')

const isGuarded = (reply: Reply) => /\b(no-store|private|no-cache)\b/i.test(reply.header('cache-control') ?? '')

/** An origin is let in when it is named and its visitors' credentials are welcome; `*` never lets these in. */
const letsIn = (reply: Reply, origin: string) =>
  [origin, 'null'].includes(reply.header('access-control-allow-origin') ?? '') &&
  reply.header('access-control-allow-credentials')?.toLowerCase() === 'true'

test.describe('headers that protect', () => {
  test(...verifies('SEC-004'), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members({ secret: undefined })
    const id = String(members.client_id)
    const replies = [
      ['a creation with a generated secret', await send(createClient(admin, members))],
      ['a client', await send(readClient(admin, id))],
      ['a changed client', await send(patchClient(admin, id, { access_token_ttl: 61 }))],
      ['a list of clients', await send(listClients(admin))],
    ] as const

    for (const [what, reply] of replies) {
      expect(reply).toHaveStatus(200, 201)
      const caching = reply.header('cache-control')
      if (!isGuarded(reply)) oddity(`nothing tells caches to leave ${what} alone`)
      expect(!isForAll(reply), `Cache-Control of ${what}`).toHold('nothing for caches that serve many', caching)
      if (caching !== undefined) note('measured', `Cache-Control of ${what}: ${caching}`)
    }
  })

  test(...verifies('SEC-005'), async ({ given, send }) => {
    const good = listDirectories(await given.admin())
    expect(await send(good)).toHaveStatus(200)

    for (const origin of ['https://evil.example', 'null']) {
      const read = await send({ ...good, headers: { ...good.headers, origin } })
      const asked = await send({
        line: 'OPTIONS /usergroup/broker/directories',
        headers: { origin, 'access-control-request-method': 'GET', 'access-control-request-headers': 'authorization' },
      })
      for (const [what, reply] of [
        ['a list', read],
        ['a preflight', asked],
      ] as const)
        expect(!letsIn(reply, origin), `${what} asked for by a page of ${origin}`).toHold(
          'closed to it, or open without credentials',
          'Access-Control-Allow-Origin names it, with credentials',
        )
    }
  })

  test(...verifies('SEC-006'), async ({ given, send, tenant }) => {
    const replies = await eachKind(given, send)

    if (!tenant.tls) note('measured', 'the base URL is http: Strict-Transport-Security means nothing there')
    for (const [what, reply] of replies) {
      expect(reply.header('x-content-type-options') ?? 'absent', `X-Content-Type-Options of ${what}`).toMatch(
        /^nosniff$/i,
      )
      const transport = reply.header('strict-transport-security') ?? (tenant.tls ? 'absent' : 'max-age=0')
      expect(transport, `Strict-Transport-Security of ${what}`).toMatch(/max-age/i)
    }
  })
})
