import {
  cannotTell,
  choice,
  derived,
  expect,
  fateOf,
  nameOf,
  rotateSecret,
  secret,
  test,
  tokenRequest,
  verifies,
} from '../../harness'
import type { Credentials, Request } from '../../harness'
import { anew, retirementOf, startOf, works } from './rotating'
import { expectNoRotation, expectUseless } from './state'

const longest = 4096

/** Characters that bcrypt looks at. */
const hashed = 72

/** Answers of whoever stands in front of the tenant to a request that is too large. */
const tooLarge: readonly number[] = [413, 414, 431]

const inForm = ({ client_id, secret: client_secret }: Credentials): Request => ({
  line: 'POST /acs/token',
  form: { grant_type: 'client_credentials', client_id, client_secret },
})

const cut = (right: string, length: number) =>
  derived(right.slice(0, length), `"${nameOf(right).replace('}', `:0:${length}}`)}"`)

test.describe('a secondary secret that is missing', () => {
  for (const [what, body] of [
    ['an empty object', {}],
    ['no body', undefined],
    ['null', { secondary_secret: null }],
  ] as const)
    test(...verifies('ROT-008', what), async ({ given, send }) => {
      const admin = await given.admin()
      const client = await given.client()

      const reply = await send(rotateSecret(admin, client.client_id, 'start-rotate-secret', body))

      expect(reply).toBeRefused(400)
      await expectNoRotation(send, admin, client)
      expect(await send(tokenRequest({ ...client, secret: '' }))).toBeRefused([401, 400])
      expect(await send(startOf(admin, anew(client), 60))).toHaveStatus(204)
    })

  // The reference allows a length of 0, so not the answer counts but what can be done with an empty secret.
  test(...verifies('ROT-008', 'an empty text'), async ({ given, send, settles }) => {
    const admin = await given.admin()
    const client = await given.client()
    const empty = { ...client, secret: '' }

    const reply = await send(startOf(admin, empty, 60))

    choice('ROT-008', 'a rotation to an empty secret is', fateOf(reply))
    expect(reply.status, 'the status of a start with an empty secret').toBeWithin(200, 499)
    await expectUseless({ send, settles }, empty)
    expect(await send(tokenRequest(client))).toHaveStatus(200)
    await send(retirementOf(admin, client))
    await expectUseless({ send, settles }, empty)
  })
})

test.describe('the length of a secondary secret', () => {
  test(...verifies('ROT-010', 'the longest is accepted'), async ({ given, send }) => {
    const client = await given.client()

    const reply = await send(startOf(await given.admin(), { ...client, secret: secret({ length: longest }) }, 60))

    expect(reply).toHaveStatus(204)
  })

  test(...verifies('ROT-010', 'the longest gets a token, its beginning does not'), async ({ given, send, settles }) => {
    const client = await given.client()
    const next = { ...client, secret: secret({ length: longest }) }
    const ask = works(await send(inForm(client))) ? inForm : tokenRequest
    const { status } = await send(startOf(await given.admin(), next, 60))
    if (status !== 204) cannotTell(`a secret of ${longest} characters could not be staged: ${status}`)

    const reply = await settles(() => send(ask(next)), works)

    test.skip(
      tooLarge.includes(reply.status),
      `credentials of ${longest} characters do not come through: ${reply.status}`,
    )
    expect(reply).toHaveStatus(200)
    expect(await send(ask({ ...next, secret: cut(next.secret, hashed) }))).toBeRefused([401, 400])
  })

  test(...verifies('ROT-010', 'one character more is refused'), async ({ given, send }) => {
    const admin = await given.admin()
    const client = await given.client()

    const reply = await send(startOf(admin, { ...client, secret: secret({ length: longest + 1 }) }, 60))

    expect(reply).toBeRefused(400)
    await expectNoRotation(send, admin, client)
    expect(await send(startOf(admin, anew(client), 60))).toHaveStatus(204)
  })
})
