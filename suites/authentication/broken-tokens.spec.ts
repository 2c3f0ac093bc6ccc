import { choice, expect, fateOf, followedBy, listClients, test, verifies, withoutSignature } from '../../harness'
import { accepted } from '../token/accepted'

/** What stands behind `Authorization:`; the tenant may call the header itself malformed (RFC 6750 3.1). */
const malformed = [
  ['nothing behind Bearer and a blank', 'Bearer '],
  ['bare Bearer', 'Bearer'],
  ['Latin-1 letters', 'Bearer t\u00F6k\u00EBn'],
  ['UTF-8 letters', Buffer.from('Bearer tökën.日本.語', 'utf8').toString('latin1')],
  ['a comma', 'Bearer abc,def'],
  ['a backslash and quotation marks', 'Bearer "a\\"'],
] as const

test.describe('a broken bearer token', () => {
  for (const [shape, of] of [
    ['three letters', () => 'abc'],
    ['two dots', () => '..'],
    ['three segments that are no JSON', () => 'YWJj.ZGVm.Z2hp'],
    ['three segments that are no base64url', () => 'a+b.c/d.e~f'],
    ['JSON that is no object', () => 'bnVsbA.W10.MA'],
    ['two segments', withoutSignature],
    ['four segments', (token: string) => followedBy(token, '.AAAA')],
    ['something behind it', (token: string) => followedBy(token, 'AAAA')],
  ] as const)
    test(...verifies('AUTHN-004', shape), async ({ given, send }) => {
      const token = await given.admin()
      await accepted(send, listClients(token))

      expect(await send(listClients(of(token)))).toBeRefused(401)
    })

  for (const [shape, authorization] of malformed)
    test(...verifies('AUTHN-004', shape), async ({ given, probe, send }) => {
      await accepted(send, listClients(await given.admin()))
      const { line, headers } = listClients()

      const reply = await probe({ line, headers: { ...headers, authorization } })

      choice('AUTHN-004', `an Authorization with ${shape} is`, fateOf(reply))
      expect(reply).toBeRefused([401, 400])
    })
})
