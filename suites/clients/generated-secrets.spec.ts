import { createClient, expect, readClient, test, tokenRequest, verifies } from '../../harness'
import { credentialsIn } from './credentials-in'

const enough = 128

/** How many characters an alphabet has, judged by what was seen of it. */
const alphabets = [
  [/^[0-9]*$/, 10],
  [/^[0-9a-f]*$/i, 16],
  [/^[2-7A-Z]*$/, 32],
  [/^[0-9a-z]*$/, 36],
  [/^[0-9A-Za-z]*$/, 62],
  [/^[\w-]*$/, 64],
] as const

const sizeOf = (text: string) => alphabets.find(([pattern]) => pattern.test(text))?.[1] ?? 94

/** Characters in front that all of them have in common: they are not random. */
const sharedLength = ([first = '', ...others]: readonly string[]) => {
  const ends = first.split('').findIndex((character, at) => others.some(other => other[at] !== character))
  return ends < 0 ? first.length : ends
}

/** Bits of the shortest of some secrets, at most: each character counts as chosen freely from the alphabet. */
const apparentBits = (secrets: readonly string[]) => {
  const parts = secrets.map(each => each.slice(sharedLength(secrets)))
  return Math.floor(Math.min(...parts.map(({ length }) => length)) * Math.log2(sizeOf(parts.join(''))))
}

test.describe('generated secret', () => {
  test(...verifies('CLI-007'), async ({ given, send }) => {
    const admin = await given.admin()
    const members = given.members({ secret: undefined })

    const reply = await send(createClient(admin, members))

    expect(reply).toHaveStatus(201)
    const secret = reply.at('/secret')
    expect(secret, 'secret').toMatch(/./)
    expect(await send(tokenRequest(credentialsIn({ ...members, secret })))).toHaveStatus(200)
    const later = await send(readClient(admin, String(members.client_id)))
    expect(later).toHaveStatus(200)
    expect(later).toKeepSecret(String(secret), 'the generated secret')
  })

  test(...verifies('CLI-008'), async ({ given }) => {
    const makers = [1, 2, 3, 4, 5]
    await given.admin()

    const made = await Promise.all(makers.map(() => given.client({ secret: undefined })))

    const secrets = made.map(({ secret }) => secret)
    const bits = apparentBits(secrets)
    expect(new Set(secrets).size, 'the number of different secrets among five').toBe(5)
    expect(bits >= enough, 'a generated secret').toHold(`at least ${enough} bits of apparent entropy`, `${bits} bits`)
    for (const { client_id, secret } of made)
      expect(secret.includes(client_id), 'whether a generated secret has the client_id in it').toBe(false)
  })
})
