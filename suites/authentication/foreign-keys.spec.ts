import { expect, listClients, oddity, signedByStranger, test, verifies, withMac } from '../../harness'
import { accepted } from '../token/accepted'

/** Nobody listens at the discard port: who fetches a key there is slow at worst. No host of a third party is asked. */
const nowhere = 'https://127.0.0.1:9/keys'

/** Milliseconds by which the refusal may be later than the acceptance before it looks as if a key was fetched. */
const unsuspicious = 5_000

const nothing = Buffer.alloc(0)

test.describe('a token with a key of its own', () => {
  for (const [header, forge] of [
    ['jwk', (token: string) => signedByStranger(token, n => ({ jwk: { kty: 'RSA', n, e: 'AQAB' } }))],
    ['jku', (token: string) => signedByStranger(token, () => ({ kid: '1', jku: nowhere }))],
    ['x5u', (token: string) => signedByStranger(token, () => ({ kid: '1', x5u: nowhere }))],
    ['an unknown kid', (token: string) => signedByStranger(token, () => ({ kid: 'nobody-has-this-key' }))],
    ['no kid', (token: string) => signedByStranger(token, () => ({}))],
    ['a kid that is a path', (token: string) => withMac(token, nothing, { kid: '../../dev/null' })],
    ['a kid that is a longer path', (token: string) => withMac(token, nothing, { kid: '../../../../../../dev/null' })],
  ] as const)
    test(...verifies('AUTHN-009', header), async ({ given, send }) => {
      const token = await given.admin()
      const good = await accepted(send, listClients(token))
      const usual = await send(good)

      const reply = await send(listClients(forge(token)))

      if (reply.milliseconds > usual.milliseconds + unsuspicious)
        oddity(`the refusal took ${reply.milliseconds} ms, as if a key had been fetched`)
      expect(reply).toBeRefused(401)
    })
})
