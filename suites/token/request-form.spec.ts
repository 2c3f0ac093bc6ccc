import { choice, expect, fateOf, oddity, test, tokenRequest, twist, verifies } from '../../harness'
import { accepted } from './accepted'

const twice = 'client_credentials'

test.describe('form of a token request', () => {
  test(...verifies('TOK-032'), async ({ given, send }) => {
    const { line, basic, form } = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send({ line, basic, json: form })

    expect(reply.status, 'the status for a JSON body').toBeWithin(400, 499)
    expect(reply.at('/access_token'), 'access_token').toBeAbsent()
  })

  test(...verifies('TOK-033'), async ({ given, send }) => {
    const { basic } = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send({ line: 'GET /acs/token', basic, query: { grant_type: 'client_credentials' } })

    choice('TOK-033', 'GET /acs/token is', fateOf(reply))
    if (reply.status === 401 || reply.status === 403) oddity(`GET /acs/token is refused with ${reply.status}, not 405`)
    expect(reply.status, 'the status for GET').toBeOneOf(405, 404, 400, 501, 401, 403)
    expect(reply.at('/access_token'), 'access_token').toBeAbsent()
  })

  test(...verifies('TOK-035', 'the same grant_type twice'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    const reply = await send(twist(good, { form: { grant_type: [twice, twice] } }))

    const isAccepted = reply.status === 200
    choice('TOK-035', 'the same grant_type twice is', fateOf(reply))
    if (isAccepted) oddity('grant_type may be sent twice when both values are the same')
    expect(isAccepted ? 'invalid_request' : reply.at('/error'), 'error').toBe('invalid_request')
  })

  test(...verifies('TOK-035', 'two different grant_types'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    for (const grant_type of [
      [twice, 'refresh_token'],
      ['refresh_token', twice],
    ])
      expect(await send(twist(good, { form: { grant_type } }))).toBeRefused(400, 'invalid_request')
  })

  test(...verifies('TOK-035', 'two different scopes'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.client({ scope: ['admin', 'user'] })))

    const reply = await send(twist(good, { form: { scope: ['admin', 'user'] } }))

    expect(reply).toBeRefused(400, 'invalid_request')
  })

  test(...verifies('TOK-036'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.credentials()))

    expect(await send(twist(good, { form: { x_unknown: '1' } }))).toHaveStatus(200)
  })
})
