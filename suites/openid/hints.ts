import { createHmac } from 'node:crypto'
import { selfSigned, type Tenant } from '../../harness'

const encoded = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url')

/** The claims of an ID token for a client, from 2023 to 2100. */
const claimsFor = (client_id: string, { baseUrl }: Tenant) => ({
  iss: `${baseUrl}/acs`,
  sub: 'somebody',
  aud: client_id,
  iat: 1_700_000_000,
  exp: 4_102_444_800,
})

type Forger = (client_id: string, tenant: Tenant) => string | Promise<string>

/** ID tokens that no tenant has issued: each names a real client. */
export const forgedHints: readonly (readonly [forgery: string, of: Forger])[] = [
  ['a hint that is no token', () => 'not-a-token'],
  [
    'an unsigned hint',
    (client, tenant) => `${encoded({ alg: 'none', typ: 'JWT' })}.${encoded(claimsFor(client, tenant))}.`,
  ],
  [
    'a hint under a key that everybody knows',
    (client, tenant) => {
      const input = `${encoded({ alg: 'HS256', typ: 'JWT' })}.${encoded(claimsFor(client, tenant))}`
      return `${input}.${createHmac('sha256', 'your-256-bit-secret').update(input).digest('base64url')}`
    },
  ],
  ['a hint that a stranger signed', (client, tenant) => selfSigned(claimsFor(client, tenant))],
]
