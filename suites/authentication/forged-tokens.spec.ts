import {
  expect,
  listClients,
  publishedKey,
  readKeys,
  test,
  unsigned,
  verifies,
  withClaims,
  withFlippedSignature,
  withMac,
  withoutEnd,
  withSignatureOf,
} from '../../harness'
import { accepted } from '../token/accepted'

/** The last second of the year 2099. */
const farAway = '4102444799'

test.describe('a forged token', () => {
  for (const [forgery, forge] of [
    ['a character in the middle of the signature', withFlippedSignature],
    ['the end cut off', (token: string) => withoutEnd(token, 8)],
  ] as const)
    test(...verifies('AUTHN-005', forgery), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))

      expect(await send(listClients(forge(token)))).toBeRefused(401)
    })

  test(...verifies('AUTHN-005', 'the signature of another token'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('TENANT_ADMIN')
    const other = await given.tokenOf(credentials)
    await accepted(send, listClients(token))
    await accepted(send, listClients(other))

    expect(await send(listClients(withSignatureOf(token, other)))).toBeRefused(401)
  })

  for (const [claim, pattern, replacement] of [
    ['a later end', '"exp" *: *[0-9]+', `"exp":${farAway}`],
    ['another scope', String.raw`("(scope|scp)" *: *\[? *")`, String.raw`\1openid `],
    ['another issuer', '"iss" *: *"', '"iss":"x'],
  ] as const)
    test(...verifies('AUTHN-006', claim), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))

      expect(await send(listClients(withClaims(token, pattern, replacement)))).toBeRefused(401)
    })

  test(...verifies('AUTHN-006', 'another client'), async ({ given, send }) => {
    const { token, credentials } = await given.actor('READ_ONLY_TENANT_ADMIN')
    const admin = await given.actor('TENANT_ADMIN')
    await accepted(send, listClients(token))

    const forged = withClaims(token, credentials.client_id.replaceAll('.', '[.]'), admin.credentials.client_id)

    expect(await send(listClients(forged))).toBeRefused(401)
  })

  for (const [rest, signature] of [
    ['no signature', 'none'],
    ['the old signature', 'old'],
  ] as const)
    for (const alg of ['none', 'None', 'NONE', 'nOnE'])
      test(...verifies('AUTHN-007', `${alg} and ${rest}`), async ({ given, send }) => {
        const token = await given.admin()
        await accepted(send, listClients(token))

        expect(await send(listClients(unsigned(token, alg, signature)))).toBeRefused(401)
      })

  for (const spelling of ['PEM', 'PEM without its last line break', 'DER', 'JWK', 'modulus'] as const)
    test(...verifies('AUTHN-008', `the key as ${spelling}`), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))
      const keySet = (await send(readKeys())).json()

      const forged = withMac(token, publishedKey(token, keySet, spelling))

      expect(await send(listClients(forged))).toBeRefused(401)
    })
})
