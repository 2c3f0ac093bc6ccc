import {
  cannotTell,
  choice,
  expect,
  oddity,
  readClient,
  readDirectory,
  readIdentityProvider,
  test,
  verifies,
} from '../../harness'
import { nobodysId } from '../authentication/nobody'
import { entriesOf, isObject } from './entries'
import { provocations, refusalsAmong, type Provoked } from './provocations'

const isJson = /^application\/(json|[\w.+-]+\+json)$/
const isVendorJson = /^application\/(vnd\.[\w.-]+|problem)\+json$/

const entriesAmong = (replies: readonly Provoked[]) => {
  const entries = replies.flatMap(([slip, reply]) => entriesOf(reply).map(entry => [slip, entry] as const))
  return entries.length > 0 ? entries : cannotTell('no refusal has an entry: ERR-001 judges that')
}

test.describe('errors envelope', () => {
  for (const [group, provoke] of provocations) {
    test(...verifies('ERR-001', group), async ({ given, send }) => {
      for (const [slip, reply] of refusalsAmong(await provoke(given, send))) {
        expect(isObject(reply.json()), `the body for ${slip}`).toHold('a JSON object', reply.text || 'an empty body')
        expect(reply.at('/errors'), `errors for ${slip}`).toBePresent()
        expect(Array.isArray(reply.at('/errors')), `errors for ${slip}`).toHold('a list', reply.text)
      }
    })

    test(...verifies('ERR-002', group), async ({ given, send }) => {
      for (const [slip, { code, message }] of entriesAmong(refusalsAmong(await provoke(given, send)))) {
        expect(code, `code for ${slip}`).toMatch(/\S/)
        expect(message, `message for ${slip}`).toMatch(/\S/)
      }
    })

    test(...verifies('ERR-003', group), async ({ given, send }) => {
      for (const [slip, { parameters }] of entriesAmong(refusalsAmong(await provoke(given, send))))
        expect(
          parameters === undefined || parameters === null || isObject(parameters),
          `parameters for ${slip}`,
        ).toHold('an object, null or absent', JSON.stringify(parameters))
    })

    test(...verifies('ERR-004', group), async ({ given, send }) => {
      const withBody = refusalsAmong(await provoke(given, send)).filter(([, { size }]) => size > 0)
      if (withBody.length === 0) cannotTell('no refusal has a body: ERR-001 judges that')

      for (const [slip, reply] of withBody) {
        const type = reply.mediaType()
        if (isVendorJson.test(type ?? '')) oddity(`the error for ${slip} is labelled ${type}`)
        expect(type, `the media type of the error for ${slip}`).toMatch(isJson)
      }
    })
  }

  for (const [resource, ask] of [
    ['a client', (admin: string) => readClient(admin, nobodysId)],
    ['a directory', (admin: string) => readDirectory(admin, nobodysId)],
    ['an identity provider', (admin: string) => readIdentityProvider(admin, nobodysId)],
  ] as const)
    test(...verifies('ERR-015', `${resource} that does not exist`), async ({ given, send }) => {
      const reply = await send(ask(await given.admin()))

      expect(reply).toBeRefused(404)
      expect(reply).toCarryEnvelope()
    })

  test(...verifies('ERR-015', 'a path nobody knows'), async ({ given, send }) => {
    const bearer = await given.admin()

    const inside = await send(readClient(bearer, nobodysId))
    const outside = await send({ line: 'GET /acs/broker/nothing-is-here', bearer })

    const shape = entriesOf(outside).length > 0 ? 'with' : 'without'
    choice('ERR-015', 'a path nobody knows is answered', `${outside.status} ${shape} the envelope`)
    expect(inside).toCarryEnvelope()
  })
})
