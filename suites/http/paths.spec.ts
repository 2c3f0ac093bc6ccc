import {
  choice, expect, fateOf, listDirectories, oddity, readClient, readDiscovery, test, verifies, type Reply, type Request,
} from '../../harness' // prettier-ignore

const clients = '/acs/broker/oauth2-clients'

/** Spellings of an id with hyphens that are the same segment (RFC 3986 2.3 and 6.2.2). */
const equals: readonly (readonly [spelling: string, spell: (id: string) => string])[] = [
  ['an encoded hyphen', id => id.replaceAll('-', '%2D')],
  ['an encoded hyphen in lower case', id => id.replaceAll('-', '%2d')],
  ['an encoded letter', id => `%${id.charCodeAt(0).toString(16)}${id.slice(1)}`],
]

/** Segments that name nothing, unless they are decoded twice, cut or resolved. */
const others: readonly (readonly [spelling: string, spell: (id: string) => string])[] = [
  ['a hyphen that is encoded twice', id => id.replaceAll('-', '%252D')],
  ['an encoded way up and down again', id => `nobody%2F..%2F${id}`],
  ['a way up that is encoded twice', id => `nobody%252F..%252F${id}`],
  ['an encoded way down', id => `${id}%2Fnobody%2F..`],
  ['a matrix parameter', id => `${id};x=y`],
  ['an encoded matrix parameter', id => `${id}%3Bx=y`],
  ['NUL at the end', id => `${id}%00`],
  ['NUL and an extension', id => `${id}%00.json`],
]

/** A gateway may turn an unusual spelling away; the tenant itself may not. */
const isFromGateway = ({ status, ...reply }: Reply) =>
  [400, 403, 404].includes(status) && reply.at('/errors') === undefined

/** Other spellings of the path to the directories. */
const variants = [
  '/usergroup/broker/directories/',
  '/usergroup/broker/directories//',
  '//usergroup/broker/directories',
  '/usergroup//broker/directories',
  '/USERGROUP/broker/directories',
  '/usergroup/broker/Directories',
  '/usergroup/broker/directories.json',
  '/usergroup/broker/directories;x=y',
  '/usergroup/broker/./directories',
  '/acs/../usergroup/broker/directories',
  '/usergroup/broker/directories%20',
  '/usergroup/broker/%64irectories',
] as const

test.describe('paths in other spellings', () => {
  test(...verifies('HTTP-008', 'the same id'), async ({ given, send }) => {
    const [{ client_id }, bearer] = [await given.client(), await given.admin()]
    const good = readClient(bearer, client_id)
    expect(await send(good)).toHaveStatus(200)

    for (const [spelling, spell] of equals) {
      const reply = await send({ ...good, line: `GET ${clients}/${spell(client_id)}` })
      if (isFromGateway(reply)) oddity(`an id with ${spelling} is turned away with ${reply.status}`)
      expect(isFromGateway(reply) ? 200 : reply.status, `the status for an id with ${spelling}`).toBe(200)
    }
  })

  test(...verifies('HTTP-008', 'another id'), async ({ given, send }) => {
    const [{ client_id }, bearer] = [await given.client(), await given.admin()]
    const good = readClient(bearer, client_id)
    expect(await send(good)).toHaveStatus(200)

    for (const [spelling, spell] of others) {
      const { status } = await send({ ...good, line: `GET ${clients}/${spell(client_id)}` })
      expect(status >= 400 && status < 500, `the reply to an id with ${spelling}`).toHold('a refusal', String(status))
    }
  })

  test(...verifies('HTTP-009'), async ({ given, probe }) => {
    const admin = listDirectories(await given.admin())
    expect(await probe(admin)).toHaveStatus(200)
    expect(await probe(listDirectories())).toBeRefused(401)

    for (const target of variants) {
      choice('HTTP-009', `${target} with a token is`, fateOf(await probe({ ...admin, target })))
      const { status, silence } = await probe({ ...listDirectories(), target })
      expect(status < 200 || status > 299, `the reply to ${target} without a token`).toHold(
        'no success',
        silence ?? String(status),
      )
    }
  })

  test(...verifies('HTTP-010'), async ({ given, send }) => {
    const requests: readonly Request[] = [readDiscovery(), listDirectories(await given.admin())]

    for (const request of requests) {
      expect(await send(request)).toHaveStatus(200)
      const reply = await send({ ...request, query: { x: 1 } })
      if (reply.status === 400) oddity(`an unknown parameter of ${request.line} is refused`)
      expect(reply).toHaveStatus(200, 400)
    }
  })
})
