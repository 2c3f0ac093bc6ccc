/** What a run makes on a tenant and has to remove again. */
export type Kind = 'client' | 'directory' | 'identity-provider'

/** A kind of thing: where its collection is, and which members hold its name and its id. */
export interface Family {
  readonly kind: Kind
  readonly collection: `/${string}`
  readonly nameIn: string
  readonly idIn: string
}

/** In the order in which they can be removed: an identity provider hangs on its directories. */
export const families: readonly Family[] = [
  { kind: 'identity-provider', collection: '/federation/broker/identity-providers', nameIn: 'idp_name', idIn: 'id' },
  { kind: 'client', collection: '/acs/broker/oauth2-clients', nameIn: 'client_id', idIn: 'client_id' },
  { kind: 'directory', collection: '/usergroup/broker/directories', nameIn: 'name', idIn: 'id' },
]

/** A member of a document that is text and not empty. */
export const textIn = (document: unknown, name: string): string | undefined => {
  const value =
    typeof document === 'object' && document !== null ? (document as Record<string, unknown>)[name] : undefined
  return typeof value === 'string' && value !== '' ? value : undefined
}

/** The value of a JSON text; `undefined` where it is none. */
export const parsed = (text: string | undefined): unknown => {
  try {
    return JSON.parse(text ?? '') as unknown
  } catch {
    return undefined
  }
}
