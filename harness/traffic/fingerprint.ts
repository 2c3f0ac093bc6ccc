import type { Fingerprint } from '../check-record'
import type { Exchange } from '../exchange'
import { decodeJws } from '../jws'
import { mask } from '../redact'
import { askedOperation } from './asked-operation'

/** What a hostile tenant may write into a report. */
const longest = 200
const most = 20

type Value = Readonly<Record<string, unknown>>

const valueIn = (text: string): Value => {
  try {
    const value: unknown = JSON.parse(text)
    return typeof value === 'object' && value !== null ? (value as Value) : {}
  } catch {
    return {}
  }
}

const keyIds = ({ keys }: Value): readonly unknown[] =>
  Array.isArray(keys) ? keys.map(key => (key as Value | null)?.['kid']) : []

interface Told {
  readonly issuers?: readonly unknown[]
  readonly keyIds?: readonly unknown[]
}

const ofToken = ({ access_token }: Value): Told => {
  const jws = decodeJws(access_token)
  return { issuers: [jws?.claims['iss']], keyIds: [jws?.header['kid']] }
}

/** What the reply of each operation tells about the tenant. */
const tellers: Readonly<Record<string, (value: Value) => Told>> = {
  'GET /acs/.well-known/openid-configuration': ({ issuer }) => ({ issuers: [issuer] }),
  'GET /acs/jwks': value => ({ keyIds: keyIds(value) }),
  'POST /acs/token': ofToken,
}

const texts = (values: readonly unknown[]): readonly string[] =>
  [...new Set(values.filter(value => typeof value === 'string' && value !== '').map(value => mask(String(value))))]
    .map(text => text.slice(0, longest))
    .slice(0, most)

/**
 * Who the tenant says it is, as the replies to a check tell. Of each operation the first good reply speaks; requests
 * written by hand, with a foreign Host or broken, tell nothing about the tenant's own name.
 * @returns undefined where no reply tells anything
 */
export const fingerprintOf = (exchanges: readonly Exchange[]): Fingerprint | undefined => {
  const told = new Map<string, Told>()
  for (const { request, received, wire } of exchanges) {
    if (received?.status !== 200 || wire !== undefined) continue
    const asked = askedOperation(request.line)
    if (told.has(asked)) continue
    const tell = tellers[asked]
    if (tell) told.set(asked, tell(valueIn(received.text)))
  }
  const all = [...told.values()]
  const found = {
    issuers: texts(all.flatMap(({ issuers = [] }) => issuers)),
    keyIds: texts(all.flatMap(({ keyIds: ids = [] }) => ids)),
  }
  return found.issuers.length + found.keyIds.length > 0 ? found : undefined
}
