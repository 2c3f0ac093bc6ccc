import type { Exchange } from './exchange'
import type { Right } from './laws/authorization'
import type { Kind } from './laws/media'
import type { Wire } from './wire'

/** What a handler reads from the body. */
export type Reads = 'json' | 'form' | 'nothing'

/** One operation: who may call it, what it reads and answers, and what it does. */
export interface Route<L extends string = string> {
  readonly line: L
  /** The right it takes; absent for operations that need no bearer token. */
  readonly right?: Right
  /** How refusals look: the errors envelope, the OAuth error object, or the SCIM error message. */
  readonly dialect: 'envelope' | 'oauth' | 'scim'
  readonly reads: Reads | ((exchange: Exchange) => Reads)
  /** The family of media types it answers with; absent when it has only one. */
  readonly answers?: Kind
  /** The family of media types it takes. */
  readonly takes?: Kind
  readonly handle: (exchange: Exchange) => Wire | Promise<Wire>
}

/** Defines an operation by its request line; `{id}` stands for one path segment. */
export const route = <const L extends string>(
  line: L,
  about: Omit<Route, 'line' | 'handle'>,
  handle: Route['handle'],
): Route<L> => ({
  line,
  ...about,
  handle,
})

/** One entry of the errors envelope. */
export interface Problem {
  readonly code: string
  readonly message: string
  readonly parameters?: Readonly<Record<string, string>>
}

type Headers = Readonly<Record<string, string>>

/** The errors envelope. */
export const envelope = (problems: readonly Problem[]): { errors: readonly Problem[] } => ({ errors: problems })

/** Success with a body. */
export const ok = (body: unknown, headers: Headers = {}): Wire => ({ status: 200, headers, body })

/** A resource was created. */
export const created = (body: unknown, headers: Headers): Wire => ({ status: 201, headers, body })

/** Something will be done. */
export const accepted = (): Wire => ({ status: 202, headers: {} })

/** Success without a body. */
export const noContent = (): Wire => ({ status: 204, headers: {} })

/** A refusal in the envelope. */
export const denied = (status: number, problems: readonly Problem[], headers: Headers = {}): Wire => ({
  status,
  headers: { 'content-type': 'application/json', ...headers },
  body: envelope(problems),
})

/** A refusal in the words of RFC 6749 section 5.2. */
export const refused = (status: number, error: string, error_description: string, headers: Headers = {}): Wire => ({
  status,
  headers: { 'content-type': 'application/json;charset=UTF-8', pragma: 'no-cache', ...headers },
  body: { error, error_description },
})

/** A refusal in the words of RFC 7644 section 3.12; the keyword where that section has one. */
export const scimRefused = (status: number, detail: string, scimType?: string, headers: Headers = {}): Wire => ({
  status,
  headers: { 'content-type': 'application/scim+json', ...headers },
  body: {
    schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'],
    status: String(status),
    ...(scimType !== undefined && { scimType }),
    detail,
  },
})

/** The same refusal with the envelope beside the OAuth members, for operations of which no document says how they refuse. */
export const withEnvelope = (wire: Wire, problem: Problem): Wire => ({
  ...wire,
  body: Object.assign({}, wire.body, envelope([problem])),
})
