import {
  cannotTell, createClient, expect, generateCredentials, listClients, patchClient, rotateSecret, secret, test,
  tokenRequest, verifies, type Reply, type Request,
} from '../../harness' // prettier-ignore
import { nobodysId } from '../authentication/nobody'

const expectUnechoed = (reply: Reply, marker: string) => {
  if (reply.status < 400) cannotTell(`the invalid request is answered ${reply.status}: there is no error to look at`)
  expect(reply).toKeepSecret(marker, 'the secret that was sent')
}

const cutOff = (request: Request): Request => ({ ...request, body: JSON.stringify(request.json).slice(0, -1) })

test.describe('secrets in invalid requests', () => {
  for (const [fault, of] of [
    ['a negative lifetime beside it', (marker: string) => ({ secret: marker, access_token_ttl: -1 })],
    ['a list instead of it', (marker: string) => ({ secret: [marker] })],
    ['an object instead of it', (marker: string) => ({ secret: { value: marker } })],
    ['no scope beside it', (marker: string) => ({ secret: marker, scope: undefined })],
  ] as const)
    test(...verifies('ERR-011', `creating with ${fault}`), async ({ given, send }) => {
      const marker = secret()

      expectUnechoed(await send(createClient(await given.admin(), given.members(of(marker)))), marker)
    })

  test(...verifies('ERR-011', 'creating with a body that ends too early'), async ({ given, send }) => {
    const marker = secret()

    const reply = await send(cutOff(createClient(await given.admin(), given.members({ secret: marker }))))

    expectUnechoed(reply, marker)
  })

  test(...verifies('ERR-011', 'changing'), async ({ given, send }) => {
    const marker = secret()
    const { client_id } = await given.client()
    const change = { secret: marker, access_token_ttl: -1 }

    expectUnechoed(await send(patchClient(await given.admin(), client_id, change)), marker)
  })

  test(...verifies('ERR-011', 'rotating'), async ({ given, send }) => {
    const marker = secret()
    const { client_id } = await given.client()
    const start = { secondary_secret: marker, primary_secret_auto_retire_duration: -1 }

    expectUnechoed(await send(rotateSecret(await given.admin(), client_id, 'start-rotate-secret', start)), marker)
  })

  test(...verifies('ERR-011', 'a sync client'), async ({ given, send }) => {
    const marker = secret()
    const admin = await given.admin()

    expectUnechoed(await send(generateCredentials(admin, nobodysId, { client_secret: marker })), marker)
  })

  for (const [fault, form] of [
    ['a wrong secret', {}],
    ['a wrong secret and a grant_type nobody knows', { grant_type: 'magic' }],
  ] as const)
    test(...verifies('ERR-011', `a token with ${fault}`), async ({ given, send }) => {
      const marker = secret()
      const { client_id } = await given.credentials()

      expectUnechoed(await send(tokenRequest({ client_id, secret: marker }, form)), marker)
    })

  test(...verifies('ERR-011', 'a token with the secret in the form'), async ({ given, send }) => {
    const marker = secret()
    const { client_id } = await given.credentials()
    const { line, form } = tokenRequest({ client_id, secret: marker }, { client_id, client_secret: marker })

    expectUnechoed(await send({ line, form: form ?? {} }), marker)
  })

  test(...verifies('ERR-011', 'a bearer token'), async ({ send }) => {
    const marker = secret()

    expectUnechoed(await send(listClients(marker)), marker)
  })
})
