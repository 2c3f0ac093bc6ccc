/** The method as sent; no header or parameter overrides it. HEAD is GET without a body. */
const method = (sent: string, _header: (name: string) => readonly string[]): string => (sent === 'HEAD' ? 'GET' : sent)

/** The path as sent, neither folded nor cleaned; the query has no part in it. */
const path = (sent: string, _query: URLSearchParams): string => sent

/** Whether strangers may come in: if the operations found there are for everybody, however the path was spelt. */
const isOpen = (_sent: string, isPublic: boolean): boolean => isPublic

/** A path segment is decoded once; one that cannot be decoded names nothing. */
const segment = (sent: string): string => {
  try {
    return decodeURIComponent(sent)
  } catch {
    return ''
  }
}

/** The methods of a path, as the Allow header lists them. */
const allow = (methods: readonly string[]): string =>
  methods.flatMap(name => (name === 'GET' ? ['GET', 'HEAD'] : [name])).join(', ')

/** Header fields of every answer. */
const always = (secure: boolean): Readonly<Record<string, string>> => ({
  'x-content-type-options': 'nosniff',
  ...(secure ? { 'strict-transport-security': 'max-age=31536000' } : {}),
})

/** Header fields for pages of other origins: none. They may not read answers. */
const forOrigin = (_origin: string | undefined): Readonly<Record<string, string>> => ({})

/** Whether a tenant that has seen this many requests is too busy for the next one; it never is. */
const isBusy = (_seen: number): boolean => false

/** How long an answer may be kept: not at all, unless it is the same for everybody. */
const caching = (isPublic: boolean): string => (isPublic ? 'no-cache' : 'no-store')

export const http = { allow, always, caching, forOrigin, isBusy, isOpen, method, path, segment }
