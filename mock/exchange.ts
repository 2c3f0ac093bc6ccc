import type { Client } from './client'
import type { Incoming } from './incoming'
import { parseForm, parseJson } from './body'
import type { Reading } from './body'
import type { Laws } from './laws'
import type { Form } from './laws/token'
import type { Route } from './route'
import { locate } from './routes'
import type { Place } from './routes'
import type { Tenant } from './tenant'
import type { Claims } from './tokens'

/** Who calls: a client, with what its token says. */
export interface Actor {
  readonly client: Client
  readonly claims: Claims
}

/** One request on its way through the gates. */
export interface Exchange {
  readonly tenant: Tenant
  readonly laws: Laws
  readonly request: Incoming
  /** The operations of the path; undefined when there is no such path. */
  readonly place: Place | undefined
  readonly route: Route | undefined
  /** Strangers may come in. */
  readonly isOpen: boolean
  /** The identifier in the path, decoded once; empty when there is none. */
  readonly id: string
  readonly json: () => Reading
  readonly form: () => Form
  /** Set by the authentication gate. */
  actor?: Actor
  /** Set by the media gate: the type an answer with a body has. */
  type: string
}

/** Opens an exchange: the operation is found, nothing is judged yet. */
export const enter = (tenant: Tenant, request: Incoming): Exchange => {
  const { laws } = tenant
  const { place, segment } = locate(laws.http.path(request.path, request.query))
  let reading: Reading | undefined
  let form: Form | undefined
  return {
    tenant,
    laws,
    request,
    place,
    route: place?.methods.get(laws.http.method(request.method, request.header)),
    isOpen: laws.http.isOpen(request.path, place?.isPublic ?? false),
    id: laws.http.segment(segment),
    json: () => (reading ??= parseJson(request.body, laws.media)),
    form: () => (form ??= parseForm(request.body)),
    type: 'application/json',
  }
}
