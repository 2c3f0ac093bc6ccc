import { expect, oddity, readClient, test, tokenRequest, verifies, type Reply } from '../../harness'
import { provoked } from '../token/provocations'
import { disclosedBy, productOf } from './disclosures'
import { hostileForms } from './hostile'
import { provocations, type Provoked } from './provocations'

const expectNoDisclosure = (replies: readonly Provoked[], authority: string) => {
  for (const [slip, reply] of replies) {
    const product = productOf(reply)
    if (product !== undefined) oddity(`errors name the product ${product}`)
    expect(disclosedBy(reply, authority), `what the error for ${slip} discloses`).toBe([])
  }
}

const script = '<script>alert(1)</script>'

/** JSON is no active content; anything else must not have the tag as it was sent. */
const isInert = (reply: Reply) => reply.mediaType()?.endsWith('json') === true || !reply.text.includes('<script>')

test.describe('what errors show', () => {
  for (const [group, provoke] of provocations)
    test(...verifies('ERR-010', group), async ({ given, send, tenant }) => {
      expectNoDisclosure(await provoke(given, send), tenant.authority)
    })

  test(...verifies('ERR-010', 'token endpoint'), async ({ given, send, tenant }) => {
    expectNoDisclosure(await provoked(given, send), tenant.authority)
  })

  test(...verifies('ERR-010', 'odd forms at the token endpoint'), async ({ given, send, tenant }) => {
    const credentials = await given.credentials()
    const replies: Provoked[] = []
    for (const [slip, form] of hostileForms) replies.push([slip, await send(tokenRequest(credentials, form))])

    expectNoDisclosure(replies, tenant.authority)
  })

  test(...verifies('ERR-012', 'in a path'), async ({ given, send }) => {
    const reply = await send(readClient(await given.admin(), script))

    expect(reply).toBeRefused(404, undefined, [400, 403])
    expect(isInert(reply), 'the error').toHold('JSON, or without the tag that was sent', reply.header('content-type'))
  })

  test(...verifies('ERR-012', 'in a grant_type'), async ({ given, send }) => {
    const reply = await send(tokenRequest(await given.credentials(), { grant_type: script }))

    expect(reply).toBeRefused(400, undefined, [401, 403])
    expect(isInert(reply), 'the error').toHold('JSON, or without the tag that was sent', reply.header('content-type'))
  })
})
