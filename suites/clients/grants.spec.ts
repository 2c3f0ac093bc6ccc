import { choice, createClient, expect, fateOf, test, verifies } from '../../harness'
import { expectRefusedCreation } from './refused-creation'

const login = { redirect_uris: ['https://app.example/callback'] }
const renewal = { refresh_token_ttl: 120, refresh_token_idle_ttl: 60 }

/** Every value of the enumeration, with the members and grants it cannot do without. */
const known = [
  ['client_credentials', [], {}],
  ['password', [], {}],
  ['authorization_code', [], login],
  ['refresh_token', ['authorization_code'], { ...login, ...renewal }],
  ['token', ['authorization_code'], login],
  ['id_token', ['authorization_code'], login],
] as const

const unknown = [
  ['a grant nobody knows', ['foo']],
  ['one that is unknown beside one that is known', ['client_credentials', 'foo']],
  ['an empty one', ['']],
  ['a known one in upper case', ['CLIENT_CREDENTIALS']],
] as const

const jwtBearer = 'urn:ietf:params:oauth:grant-type:jwt-bearer'

test.describe('grant types of a client', () => {
  for (const [grant, beside, needs] of known)
    test(...verifies('CLI-023', grant), async ({ given, send }) => {
      const admin = await given.admin()
      const grant_types = [grant, ...beside]

      const reply = await send(createClient(admin, given.members({ ...needs, grant_types })))

      expect(reply).toHaveStatus(201)
      expect(reply.at('/grant_types'), 'grant_types').toBeTheSet(grant_types)
    })

  for (const [what, grant_types] of unknown)
    test(...verifies('CLI-023', what), async ({ given, send }) => {
      const admin = await given.admin()
      const good = given.members()

      const reply = await send(createClient(admin, { ...good, grant_types }))

      await expectRefusedCreation(reply, good, { send, admin })
    })

  test(...verifies('CLI-023', 'jwt-bearer, which the enumeration lacks'), async ({ given, send }) => {
    const admin = await given.admin()

    const reply = await send(createClient(admin, given.members({ grant_types: [jwtBearer] })))

    choice('A-09', 'jwt-bearer as a grant type of a client is', fateOf(reply))
    expect(reply).toHaveStatus(201, 400, 422)
  })
})
