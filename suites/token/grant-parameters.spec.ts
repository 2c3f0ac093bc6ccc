import { choice, expect, oddity, selfSigned, test, tokenRequest, twist, verifies } from '../../harness'
import { accepted } from './accepted'
import { bogus, jwtBearer, registeredFor, unregistrable } from './bogus'

test.describe('what grants send along', () => {
  for (const [grant, parameter] of [
    ['authorization_code', 'code'],
    ['refresh_token', 'refresh_token'],
    ['password', 'username'],
    ['password', 'password'],
    ['password', 'domain'],
  ] as const)
    test(...verifies('TOK-042', `${grant} without ${parameter}`), async ({ given, send }) => {
      const good = await accepted(send, tokenRequest(await given.client(registeredFor(grant))))

      const reply = await send(twist(good, { form: { ...bogus[grant], [parameter]: undefined } }))

      const error = reply.at('/error')
      test.skip(grant === 'password' && error === 'unauthorized_client', 'the tenant has no password grant')
      choice('TOK-042', `${grant} without ${parameter} is called`, String(error))
      if (error === 'invalid_grant') oddity(`${grant} without ${parameter} is called invalid_grant`)
      expect(reply).toBeRefused(400, ['invalid_request', 'invalid_grant'])
    })

  test(...verifies('TOK-042', 'jwt-bearer without assertion'), async ({ given, send }) => {
    const good = await accepted(send, tokenRequest(await given.client()))

    const reply = await send(twist(good, { form: { grant_type: jwtBearer } }))

    choice('A-09', 'jwt-bearer without an assertion is called', String(reply.at('/error')))
    expect(reply).toBeRefused(400, ['invalid_request', ...unregistrable])
  })

  for (const grant of ['authorization_code', 'refresh_token'] as const)
    test(...verifies('TOK-043', grant), async ({ given, send }) => {
      const good = await accepted(send, tokenRequest(await given.client(registeredFor(grant))))

      expect(await send(twist(good, { form: bogus[grant] }))).toBeRefused(400, 'invalid_grant')
    })

  for (const [flaw, seconds] of [
    ['an expired assertion signed by itself', -3600],
    ['an assertion signed by itself', 300],
  ] as const)
    test(...verifies('TOK-043', flaw), async ({ given, send, tenant }) => {
      const client = await given.client()
      const good = await accepted(send, tokenRequest(client))
      const exp = Math.floor(Date.now() / 1000) + seconds
      const aud = `${tenant.baseUrl}/acs/token`
      const assertion = await selfSigned({ iss: client.client_id, sub: client.client_id, aud, exp })

      const reply = await send(twist(good, { form: { grant_type: jwtBearer, assertion } }))

      choice('A-09', `jwt-bearer with ${flaw} is called`, String(reply.at('/error')))
      expect(reply).toBeRefused(400, [...unregistrable, 'invalid_request'])
    })
})
