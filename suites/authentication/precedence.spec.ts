import {
  choice,
  createClient,
  createDirectory,
  expect,
  fateOf,
  listDirectories,
  readClient,
  readDirectory,
  test,
  verifies,
  type Reply,
  type Request,
} from '../../harness'
import { nobodysId } from './nobody'

const unparsable = (request: Request): Request => ({ ...request, body: '{"client_id":' })

const wordsOf = (reply: Reply) => JSON.stringify([reply.status, reply.at('/errors/0/code')])

test.describe('what a stranger learns', () => {
  test(...verifies('AUTHN-017', 'which clients exist'), async ({ given, send }) => {
    const { client_id } = await given.client()

    const existing = await send(readClient(undefined, client_id))
    const missing = await send(readClient(undefined, given.name()))
    const malformed = await send(readClient(undefined, 'a b'))

    expect(existing).toBeRefused(401)
    expect(wordsOf(missing), 'the refusal for a client that does not exist').toBe(wordsOf(existing))
    expect(wordsOf(malformed), 'the refusal for a malformed id').toBe(wordsOf(existing))
  })

  test(...verifies('AUTHN-017', 'which directories exist'), async ({ send }) => {
    const list = await send(listDirectories())

    const missing = await send(readDirectory(undefined, nobodysId))
    const malformed = await send(readDirectory(undefined, 'not-a-uuid'))

    expect(list).toBeRefused(401)
    expect(wordsOf(missing), 'the refusal for a directory that does not exist').toBe(wordsOf(list))
    expect(wordsOf(malformed), 'the refusal for a malformed id').toBe(wordsOf(list))
  })

  for (const [shape, ask] of [
    ['an empty object', () => createClient(undefined, {})],
    ['a list', () => createClient(undefined, [])],
    ['wrong types', () => createClient(undefined, { client_id: 1, scope: 2 })],
    ['a directory without members', () => createDirectory(undefined, {})],
  ] as const)
    test(...verifies('AUTHN-017', `what is wrong with ${shape}`), async ({ given, send }) => {
      const valid = await send(createClient(undefined, given.members()))

      const reply = await send(ask())

      expect(valid).toBeRefused(401)
      expect(wordsOf(reply), `the refusal of ${shape}`).toBe(wordsOf(valid))
    })

  test(...verifies('AUTHN-017', 'what is wrong with a body that cannot be parsed'), async ({ given, send }) => {
    const valid = await send(createClient(undefined, given.members()))

    const reply = await send(unparsable(createClient(undefined, {})))

    choice('AUTHN-017', 'a body that cannot be parsed, without credentials, is', fateOf(reply))
    expect(valid).toBeRefused(401)
    expect(reply).toHaveStatus(401, 400, 415)
  })
})
