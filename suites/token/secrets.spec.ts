import { choice, derived, expect, nameOf, oddity, secret, test, tokenRequest, twist, verifies } from '../../harness'
import type { Credentials, Reply } from '../../harness'
import { accepted } from './accepted'

const cut = (length: number) => (right: string) =>
  derived(right.slice(0, length), `"${nameOf(right).replace('}', `:0:${length}}`)}"`)

const inTheOtherCase = (right: string) =>
  derived(
    right.replaceAll(/[a-z]/gi, letter =>
      letter === letter.toLowerCase() ? letter.toUpperCase() : letter.toLowerCase(),
    ),
    `"$(printf %s "${nameOf(right)}" | tr 'A-Za-z' 'a-zA-Z')"`,
  )

/** Every character that Basic, forms or URLs treat in a special way. */
const special = 'a:b%41+c@#$ d'

/** Id and secret encoded as RFC 6749 2.3.1 says, where the guide says: as they are. */
const formEncoded = ({ client_id, secret: raw }: Credentials): Credentials => ({
  client_id,
  secret: derived(new URLSearchParams([['', raw]]).toString().slice(1), `"$(urlencode "${nameOf(raw)}")"`),
})

const noteSpelling = (raw: Reply, encoded: Reply) => {
  const spellings = [...(raw.status === 200 ? ['as it is'] : []), ...(encoded.status === 200 ? ['form-encoded'] : [])]
  choice('A-12', 'a secret with special characters gets a token', spellings.join(' and ') || 'in no spelling')
}

test.describe('client secrets', () => {
  for (const [slip, almost] of [
    ['upper and lower case swapped', inTheOtherCase],
    ['only the first 72 characters', cut(72)],
    ['only the first 64 characters', cut(64)],
    ['one character more', (right: string) => `${right}x`],
    ['a space behind it', (right: string) => `${right} `],
    ['nothing', () => ''],
  ] as const)
    test(...verifies('TOK-024', slip), async ({ given, send }) => {
      const client = await given.client({ secret: secret({ length: 80 }) })
      const good = await accepted(send, tokenRequest(client))

      expect(await send(twist(good, { basic: [client.client_id, almost(client.secret)] }))).toBeRefused(401)
    })

  test(...verifies('TOK-025'), async ({ given, send }) => {
    const client = await given.client({ secret: secret({ shape: special }) })

    const raw = await send(tokenRequest(client))
    const encoded = await send(tokenRequest(formEncoded(client)))

    noteSpelling(raw, encoded)
    const isFormDecoded = raw.status !== 200 && encoded.status === 200
    if (isFormDecoded) oddity('a secret with special characters works form-encoded only, not as the guide says (A-12)')
    expect(isFormDecoded ? encoded : raw).toHaveStatus(200)
  })

  test(...verifies('TOK-026'), async ({ given, send }) => {
    const client = await given.client({ secret: secret({ shape: special }) })

    const raw = await send(tokenRequest(client))
    const encoded = await send(tokenRequest(formEncoded(client)))

    noteSpelling(raw, encoded)
    expect(encoded).toHaveStatus(200)
  })
})
