import {
  cannotTell,
  choice,
  expect,
  fateOf,
  oddity,
  test,
  tokenRequest,
  twist,
  verifies,
  type Reply,
} from '../../harness'
import { accepted } from './accepted'
import { bogus, registration } from './bogus'

const isAnswer = (reply: Reply, status: number, error: string) =>
  reply.status === status && reply.at('/error') === error

test.describe('grant types', () => {
  test(...verifies('TOK-027', 'no grant_type'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    expect(await send(twist(good, { form: { grant_type: undefined } }))).toBeRefused(400, 'invalid_request')
  })

  test(...verifies('TOK-027', 'an empty grant_type'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send(twist(good, { form: { grant_type: '' } }))

    choice('TOK-027', 'an empty grant_type is called', String(reply.at('/error')))
    expect(reply).toBeRefused(400, ['invalid_request', 'unsupported_grant_type'])
  })

  for (const grant_type of ['foo', 'implicit'])
    test(...verifies('TOK-028', grant_type), async ({ given, send }) => {
      const good = await accepted(send, tokenRequest(await given.credentials()))

      expect(await send(twist(good, { form: { grant_type } }))).toBeRefused(400, 'unsupported_grant_type')
    })

  test(...verifies('TOK-028', 'CLIENT_CREDENTIALS'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send(twist(good, { form: { grant_type: 'CLIENT_CREDENTIALS' } }))

    const isAccepted = reply.status === 200
    choice('TOK-028', 'CLIENT_CREDENTIALS for a grant_type is', fateOf(reply))
    if (isAccepted) oddity('CLIENT_CREDENTIALS is taken for client_credentials, though such values are case-sensitive')
    expect(isAccepted || isAnswer(reply, 400, 'unsupported_grant_type'), 'the reply').toHold(
      '400 unsupported_grant_type',
      `${reply.status} ${String(reply.at('/error'))}`,
    )
  })

  test(...verifies('TOK-029', 'client_credentials for an authorization_code client'), async ({ given, send }) => {
    const grant_types = ['authorization_code']
    const client = await given.client({ ...registration.authorization_code, grant_types })
    const own = await send(tokenRequest(client, bogus.authorization_code))
    if (own.status === 401) cannotTell('a client with authorization_code only does not authenticate here (A-44)')

    expect(await send(tokenRequest(client))).toBeRefused(400, 'unauthorized_client')
  })

  test(...verifies('TOK-029', 'authorization_code for a client_credentials client'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.client()))

    const reply = await send(twist(good, { form: bogus.authorization_code }))

    choice('TOK-029', 'a bogus code of a client without authorization_code is called', String(reply.at('/error')))
    expect(reply).toBeRefused(400, ['unauthorized_client', 'invalid_grant', 'invalid_request'])
  })
})
