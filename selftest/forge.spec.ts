import { execFileSync } from 'node:child_process'
import { createPublicKey, createSign, generateKeyPairSync, verify, type JsonWebKey } from 'node:crypto'
import { expect, test } from '@playwright/test'
import * as forge from '../harness/forge'
import { knownSecrets, learn } from '../harness/secret-book'

const { privateKey, publicKey } = generateKeyPairSync('rsa', { modulusLength: 2048 })
const keySet = { keys: [{ ...publicKey.export({ format: 'jwk' }), kid: 'one' }] }

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

const tokenWith = (claims: object) => {
  const input = `${encoded({ alg: 'RS256', typ: 'JWT', kid: 'one' })}.${encoded(claims)}`
  return `${input}.${createSign('sha256').update(input).sign(privateKey, 'base64url')}`
}

const variables: Record<string, string> = {}
const learnt = (name: string, token: string) => {
  variables[learn(token, 'token', { from: 'environment', variable: name })] = token
  return token
}

/** What the shell expression of a forged token gives. */
const rebuilt = (token: string): string => {
  const origin = knownSecrets().find(({ value }) => value === token)?.origin
  const expression = origin?.from === 'shell' ? origin.expression : '(none)'
  return execFileSync('bash', ['-c', `forged=${expression}; printf %s "$forged"`], {
    env: { ...process.env, ...variables },
    encoding: 'utf8',
  })
}

const other = learnt('OTHER', tokenWith({ exp: 1 }))

const forgeries: readonly (readonly [slip: string, make: (token: string) => string])[] = [
  ['a flipped signature', forge.withFlippedSignature],
  ['a cut end', token => forge.withoutEnd(token, 8)],
  ['the signature of another token', token => forge.withSignatureOf(token, other)],
  ['something behind it', token => forge.followedBy(token, '.AAAA')],
  ['no signature', forge.withoutSignature],
  ['another exp', token => forge.withClaims(token, '"exp" *: *[0-9]+', '"exp":4102444800')],
  ['another scope', token => forge.withClaims(token, '("scope" *: *")', '\\1openid ')],
  ['alg nOnE', token => forge.unsigned(token, 'nOnE', 'none')],
  ['alg none and the old signature', token => forge.unsigned(token, 'none', 'old')],
  ['a MAC with the PEM', token => forge.withMac(token, forge.publishedKey(token, keySet, 'PEM'))],
  ['a MAC with the DER', token => forge.withMac(token, forge.publishedKey(token, keySet, 'DER'))],
  ['a MAC with nothing', token => forge.withMac(token, Buffer.alloc(0), { kid: '../../dev/null' })],
]

for (const [slip, make] of forgeries)
  test(`a replay script forges the same token: ${slip}`, () => {
    for (const size of [0, 1, 2]) {
      const token = learnt(`TOKEN_${size}`, tokenWith({ exp: 1_900_000_000, scope: 'admin', of: "it's".repeat(size) }))
      const forged = make(token)

      expect(forged).not.toBe(token)
      expect(rebuilt(forged) === forged).toBe(true)
    }
  })

test('a replay script makes a key of its own for the token of a stranger', () => {
  const token = learnt('TOKEN_9', tokenWith({ exp: 9 }))
  const forged = forge.signedByStranger(token, n => ({ jwk: { kty: 'RSA', n, e: 'AQAB' } }))

  for (const each of [forged, rebuilt(forged)]) {
    const [header = '', claims = '', signature = ''] = each.split('.')
    const { alg, jwk } = JSON.parse(Buffer.from(header, 'base64url').toString()) as { alg: string; jwk: JsonWebKey }
    const key = createPublicKey({ key: jwk, format: 'jwk' })

    expect(alg).toBe('RS256')
    expect(claims).toBe(token.split('.')[1])
    expect(verify('sha256', Buffer.from(`${header}.${claims}`), key, Buffer.from(signature, 'base64url'))).toBe(true)
  }
})
