import { cannotTell, decodeJws, type Reply } from '../../harness'

const dateOf = (reply: Reply): number => Date.parse(reply.header('date') ?? '') / 1000

const isMoment = (value: unknown) => typeof value === 'number' && Number.isFinite(value)

/** When a token was issued, by name and in seconds since 1970: as the token says, as the reply says, or both. */
export const beginnings = (reply: Reply, iat: unknown): readonly (readonly [name: string, seconds: unknown])[] => {
  const known = ([['iat', iat], ['Date', dateOf(reply)]] as const).filter(([, seconds]) => isMoment(seconds)) // prettier-ignore
  return known.length > 0 ? known : cannotTell('neither iat nor Date says when the token was issued')
}

/** When the token of a reply ends, in seconds since 1970: its exp, or Date and expires_in where it is opaque. */
export const endOf = (reply: Reply): number =>
  Number(decodeJws(reply.at('/access_token'))?.claims.exp ?? dateOf(reply) + Number(reply.at('/expires_in')))
