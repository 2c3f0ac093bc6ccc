import {
  cannotTell,
  choice,
  createClient,
  expect,
  note,
  readDirectory,
  test,
  twist,
  verifies,
  type Reply,
} from '../../harness'
import { nobodysId } from '../authentication/nobody'
import { codesOf, entriesOf } from './entries'

const codesIn = (reply: Reply) => {
  const codes = codesOf(reply)
  return codes.length > 0 ? codes : cannotTell(`a slip is answered ${reply.status} without a code: ERR-001 judges that`)
}

test.describe('codes of errors', () => {
  for (const [language, header] of [
    ['the same language', 'en'],
    ['German', 'de'],
    ['Japanese', 'ja'],
  ] as const) {
    test(...verifies('ERR-006', `a client_id that is taken, in ${language}`), async ({ given, send }) => {
      const { client_id } = await given.client()
      const good = createClient(await given.admin(), given.members({ client_id }))

      const english = await send(twist(good, { headers: { 'accept-language': 'en' } }))
      const other = await send(twist(good, { headers: { 'accept-language': header } }))

      expect(codesIn(other), 'the codes the second time').toBe(codesIn(english))
    })

    test(...verifies('ERR-006', `a directory that does not exist, in ${language}`), async ({ given, send }) => {
      const good = readDirectory(await given.admin(), nobodysId)

      const english = await send(twist(good, { headers: { 'accept-language': 'en' } }))
      const other = await send(twist(good, { headers: { 'accept-language': header } }))

      expect(codesIn(other), 'the codes the second time').toBe(codesIn(english))
    })
  }

  test(...verifies('ERR-007'), async ({ given, send }) => {
    const admin = await given.admin()
    const { client_id } = await given.client()
    const slips = [{ client_id }, { client_id: 'a b' }, { scope: [] }, { grant_types: ['x'] }, { access_token_ttl: -1 }]

    const codes: string[] = []
    for (const slip of slips) {
      const reply = await send(createClient(admin, given.members(slip)))
      codes.push(codesIn(reply).join())
    }

    const different = new Set(codes).size
    note('measured', `${slips.length} different slips give ${different} different codes`)
    expect(different, 'the number of different codes').toBeWithin(2, slips.length)
  })

  test(...verifies('ERR-013'), async ({ given, send }) => {
    const admin = await given.admin()
    const bad = given.members({ client_id: 'a b', grant_types: ['x'], access_token_ttl: -1 })

    const once = await send(createClient(admin, bad))
    const again = await send(createClient(admin, bad))

    choice('ERR-013', 'the number of errors for three invalid members is', entriesOf(once).length)
    expect(codesIn(again), 'the codes the second time').toBe(codesIn(once))
  })
})
