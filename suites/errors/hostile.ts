type Members = Readonly<Record<string, unknown>>

const text = (members: Members) => JSON.stringify(members)

/** The members with one more, written as it stands. */
const plus = (members: Members, name: string, json: string) =>
  text({ ...members, [name]: undefined }).replace(/}$/, `,${JSON.stringify(name)}:${json}}`)

/** Bodies of a creation that trip a parser, a converter or a database. */
export const hostileBodies: readonly (readonly [fault: string, spoil: (members: Members) => string | Uint8Array])[] = [
  ['two thousand nested objects', members => plus(members, 'x', `${'{"x":'.repeat(2000)}1${'}'.repeat(2000)}`)],
  ['a number beyond 64 bits', members => plus(members, 'access_token_ttl', '99999999999999999999')],
  ['a number beyond a double', members => plus(members, 'access_token_ttl', '1e400')],
  ['a fraction for minutes', members => plus(members, 'access_token_ttl', '1.5')],
  ['minus zero for minutes', members => plus(members, 'access_token_ttl', '-0')],
  ['NUL in a name', members => text({ ...members, client_id: `${String(members.client_id)}\u0000` })],
  ['control characters in a scope', members => text({ ...members, scope: ['\u0001\u001B[31m\u0085'] })],
  ['half a surrogate pair', members => plus(members, 'rule_set_names', String.raw`["\ud800"]`)],
  ['every member null', members => text(Object.fromEntries(Object.keys(members).map(name => [name, null])))],
  ['every member an object', members => text(Object.fromEntries(Object.keys(members).map(name => [name, {}])))],
  ['null in a list', members => text({ ...members, scope: [null], grant_types: [null] })],
  ['a name of 70,000 characters', members => text({ ...members, client_id: 'a'.repeat(70_000) })],
  ['a list of 5,000 scopes', members => text({ ...members, scope: Array.from({ length: 5_000 }, () => 'admin') })],
  ['a member called __proto__', members => plus(members, '__proto__', '{"admin":true}')],
  ['bytes that are no UTF-8', members => Buffer.from(plus(members, 'x', '"\u00FF\u00FE"'), 'latin1')],
  ['a quotation mark for a database', members => text({ ...members, rule_set_names: ["' OR '1'='1"] })],
]

/** Path segments as they go out. */
export const hostileIds: readonly string[] = [
  '%00', '%FF%FE', '%', '%zz', '%2e%2e', '..%2F..%2Fetc', '%27%20OR%201=1', '%F0%9F%92%A3', ';x=y', '%0d%0aX:1',
  'a'.repeat(2000),
] // prettier-ignore

/** Values for a number in the query. */
export const hostileIndexes: readonly string[] = ['-1', '0', 'x', '', '99999999999999999999', '1.5', '1e9', '\u0000']

/** Further members of a token request. */
export const hostileForms: readonly (readonly [slip: string, form: Readonly<Record<string, string>>])[] = [
  ['a grant_type of NUL', { grant_type: '\u0000' }],
  ['a grant_type of 10,000 characters', { grant_type: 'x'.repeat(10_000) }],
  ['a scope of control characters', { scope: '\u0001\u007F\u0085' }],
  ['a scope of 1,000 words', { scope: 'x '.repeat(1_000) }],
  ['an assertion that is none', { grant_type: 'urn:ietf:params:oauth:grant-type:jwt-bearer', assertion: 'x.y.z' }],
  ['a refresh_token that is none', { grant_type: 'refresh_token', refresh_token: '\u0000\uFFFD' }],
  ['a code that is none', { grant_type: 'authorization_code', code: "' OR '1'='1", redirect_uri: ':' }],
]
