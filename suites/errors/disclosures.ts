import type { Reply } from '../../harness'

/** What gives away the inside of a tenant, and how it looks. */
const disclosures: readonly (readonly [what: string, pattern: RegExp])[] = [
  ['a stack trace', /\bat [\w$.<>/]+\([\w$. ]*(?:\.\w+:\d+|Native Method|Unknown Source)\)/],
  ['a stack trace', /Traceback \(most recent call last\)|\bCaused by: \S|\bat \S+ \(?\/\S+:\d+:\d+/],
  ['an exception', /\b[A-Z]\w*(?:Exception|Throwable)\b|\b(?:Null|Type|Reference|Syntax)(?:Pointer)?Error\b/],
  ['a class', /\b(?:java|javax|jakarta|kotlin|scala|org|com|net|io)(?:\.[a-z_]\w*)+\.[A-Z]\w+/],
  ['SQL', /\bselect\b.{1,200}\bfrom\b.{1,80}\bwhere\b|\binsert\s+into\b|\bdelete\s+from\b|\bupdate\s+\w+\s+set\b/is],
  ['a message of a database', /\bORA-\d{5}\b|\bSQLSTATE\b|\bduplicate key value\b|\bviolates \w+(?: \w+)? constraint\b/i],
  ['a file path', /(?:^|[\s"'(=[])\/(?:usr|opt|var|home|etc|srv|tmp|root|app|mnt)\/[\w.-]+/m],
  ['a file path', /\b[A-Za-z]:\\{1,2}(?:Users|Program|Windows|inetpub)\b/i],
  ['an internal address', /\b(?:10|127)(?:\.\d{1,3}){3}\b|\b192\.168(?:\.\d{1,3}){2}\b|\b172\.(?:1[6-9]|2\d|3[01])(?:\.\d{1,3}){2}\b/],
  ['an internal host', /\b[\w-]+(?:\.[\w-]+)*\.(?:internal|svc|cluster\.local|intranet|corp|lan)\b(?!\.)|\blocalhost:\d+/i],
] // prettier-ignore

/**
 * What an error gives away, in words; nothing where it gives away nothing.
 * @param authority the tenant's own host, which is no secret even if it is a local one
 */
export const disclosedBy = ({ text, headers }: Reply, authority: string): readonly string[] => {
  const all = [text, ...headers.map(([name, value]) => `${name}: ${value}`)].join('\n').replaceAll(authority, 'TENANT')
  return disclosures.flatMap(([what, pattern]) => {
    const [found] = pattern.exec(all) ?? []
    return found === undefined ? [] : [`${what}: ${found.trim().slice(0, 80)}`]
  })
}

/** The product and version that a reply names, if any. */
export const productOf = (reply: Reply): string | undefined =>
  reply.header('x-powered-by') ?? /^\S+\/\d\S*/.exec(reply.header('server') ?? '')?.[0]
