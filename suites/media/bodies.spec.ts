import {
  choice,
  createClient,
  expect,
  fateOf,
  oddity,
  readClient,
  test,
  twist,
  verifies,
  type Given,
  type Request,
} from '../../harness'

const asText = (request: Request, body: string | Uint8Array): Request => ({ ...request, body })

const text = (members: Record<string, unknown>) => JSON.stringify(members)

/** A creation that must work, and a fresh one to spoil. */
const pair = async (given: Given) => {
  const admin = await given.admin()
  return { admin, good: createClient(admin, given.members()), members: given.members() }
}

test.describe('JSON body of a request', () => {
  for (const [fault, spoil] of [
    ['cut off', (members: Record<string, unknown>) => text(members).slice(0, -1)],
    ['a trailing comma', (members: Record<string, unknown>) => text(members).replace(/}$/, ',}')],
    ['single quotes', (members: Record<string, unknown>) => text(members).replaceAll('"', "'")],
    ['two documents', (members: Record<string, unknown>) => text(members).repeat(2)],
    ['plain text', () => 'client_id=x'],
  ] as const)
    test(...verifies('MEDIA-010', fault), async ({ given, send }) => {
      const { admin, good, members } = await pair(given)
      expect(await send(good)).toHaveStatus(201)

      const reply = await send(asText(good, spoil(members)))

      expect(reply).toBeRefused(400)
      expect(await send(readClient(admin, String(members.client_id)))).toHaveStatus(404)
    })

  test(...verifies('MEDIA-010', 'a byte order mark'), async ({ given, send }) => {
    const { good, members } = await pair(given)
    expect(await send(good)).toHaveStatus(201)

    const reply = await send(asText(good, `\uFEFF${text(members)}`))

    choice('MEDIA-010', 'JSON behind a byte order mark is', fateOf(reply))
    expect(reply).toHaveStatus(201, 400)
  })

  test(...verifies('MEDIA-011'), async ({ given, send }) => {
    const { good } = await pair(given)
    expect(await send(good)).toHaveStatus(201)

    expect(await send(asText(good, ''))).toBeRefused(400)
  })

  for (const [shape, value] of [
    ['a list', []],
    ['a text', 'x'],
    ['a number', 1],
    ['null', null],
    ['true', true],
  ] as const)
    test(...verifies('MEDIA-012', shape), async ({ given, send }) => {
      const { good } = await pair(given)
      expect(await send(good)).toHaveStatus(201)

      expect(await send(asText(good, JSON.stringify(value)))).toBeRefused(400)
    })

  for (const [fault, change, isCoercion] of [
    ['scope as a text', { scope: 'admin' }, true],
    ['scope as an object', { scope: { admin: true } }, false],
    ['grant_types as a text', { grant_types: 'client_credentials' }, true],
    ['client_id as a number', { client_id: 4711 }, true],
    ['client_id as a list', { client_id: ['x'] }, false],
    ['access_token_ttl as an object', { access_token_ttl: {} }, false],
    ['rule_set_names as an object', { rule_set_names: {} }, false],
  ] as const)
    test(...verifies('MEDIA-013', fault), async ({ given, send }) => {
      const { good, members } = await pair(given)
      expect(await send(good)).toHaveStatus(201)

      const reply = await send(twist(good, { json: { ...members, ...change } }))

      choice('MEDIA-013', `${fault} on creation is`, fateOf(reply, 'coerced'))
      if (isCoercion && reply.status === 201) oddity(`${fault} was coerced into what the member wants`)
      expect(reply).toHaveStatus(...(isCoercion ? [400, 422, 201] : [400, 422]))
    })

  test(...verifies('MEDIA-014'), async ({ given, send }) => {
    const { good, members } = await pair(given)
    expect(await send(good)).toHaveStatus(201)

    const reply = await send(twist(good, { json: { ...members, x_unknown: 1 } }))

    choice('A-42', 'an unknown member on creation is', fateOf(reply, 'ignored'))
    expect(reply).toHaveStatus(201, 400)
  })

  test(...verifies('MEDIA-017', 'ten thousand nested lists'), async ({ given, send }) => {
    const { good, members } = await pair(given)
    expect(await send(good)).toHaveStatus(201)

    const deep = `${'['.repeat(10_000)}${']'.repeat(10_000)}`
    const reply = await send(asText(good, text(members).replace(/}$/, `,"x_unknown":${deep}}`)))

    choice('MEDIA-017', 'an unknown member with ten thousand nested lists is', fateOf(reply, 'ignored'))
    expect(reply).toHaveStatus(400, 413, 431, 201)
  })
})
