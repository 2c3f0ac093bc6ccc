import { cannotTell, createClient, expect, readClient, test, verifies, type Given, type Send } from '../../harness'
import { expectUsableClient } from './usable-client'

const longest = 256

const letters = 'qzjxkvwygufbphmdlcnrstioae0123456789QZJXKVWYGUFBPHMDLCNRSTIOAE'
const mostTries = 8

/** A client with a name of one character that nobody has; which ones are tried depends on the run. */
const withOneCharacter = async (given: Given, send: Send, admin: string, run: string) => {
  const start = (Number.parseInt(run, 36) || 0) % letters.length
  for (let tries = 0; tries < mostTries; tries++) {
    const client_id = letters[(start + tries) % letters.length] ?? ''
    const members = given.members({ client_id })
    // Asked first, so that a creation that goes wrong can never look like the maker of somebody else's client.
    const isFree = (await send(readClient(admin, client_id))).status === 404
    const reply = isFree ? await send(createClient(admin, members)) : undefined
    if (reply && reply.status !== 409) return { members, reply }
  }
  return cannotTell(`${mostTries} names of one character are taken`)
}

test.describe('length of a client_id', () => {
  test(...verifies('CLI-018', 'one character'), async ({ given, send, tenant }) => {
    const admin = await given.admin()

    const { members, reply } = await withOneCharacter(given, send, admin, tenant.run)

    await expectUsableClient(reply, members, { send, admin })
  })

  test(...verifies('CLI-018', `${longest} characters`), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members({ client_id: given.name().padEnd(longest, 'n') })

    const reply = await send(createClient(admin, members))

    await expectUsableClient(reply, members, { send, admin })
  })

  test(...verifies('CLI-019', 'empty'), async ({ given, send }) => {
    const admin = await given.admin()
    const good = given.members()

    const reply = await send(createClient(admin, { ...good, client_id: '' }))

    expect(reply).toBeRefused(400)
    expect(reply).toCarryEnvelope()
    expect(await send(createClient(admin, good))).toHaveStatus(201)
  })

  test(...verifies('CLI-019', `${longest + 1} characters`), async ({ given, send }) => {
    const admin = await given.admin()
    const good = given.members({ client_id: given.name().padEnd(longest, 'n') })
    const client_id = `${String(good.client_id)}n`

    const reply = await send(createClient(admin, { ...good, client_id }))

    expect(reply).toBeRefused(400)
    expect(reply).toCarryEnvelope()
    expect(await send(readClient(admin, client_id))).toBeRefused([404, 400])
    expect(await send(createClient(admin, good))).toHaveStatus(201)
  })
})
