import type { ServerResponse } from 'node:http'
import { createArrivals } from './arrivals'
import type * as Certificates from './certificate'
import type * as Changes from './changes'
import { freshSecret } from './chance'
import { createClock } from './clock'
import { control } from './control'
import type { Defect } from './defects/defect'
import type * as Handles from './handle'
import type { Handle } from './handle'
import type { Keys } from './keys'
import { listen } from './listener'
import type { Certificate, Handle as Receive, Place } from './listener'
import type { Change, Making } from './tenant'
import type { Variant } from './variants/variant'

/** How a tenant is served. */
export interface ServeOptions {
  /** Where the API listens; at a free port unless given. */
  readonly port?: Place
  /** The same for the control port. */
  readonly controlPort?: Place
  /** Serve HTTPS with this certificate, or with one made for the occasion. */
  readonly tls?: boolean | Certificate
  /** The name of the tenant, which is also the host of its base URL. */
  readonly fqdn?: string
  /** Credentials of the client that exists from the start. */
  readonly client?: { readonly id: string; readonly secret: string }
  /** Its key pair; one of its own unless given. Many tenants in one process start faster with one for all. */
  readonly keys?: Keys
  /** The one fault of this tenant, by name or as a value. */
  readonly defect?: string | Defect
  /** Its legitimate choices, by name or as values. */
  readonly variants?: readonly (string | Variant)[]
}

/** A tenant that is up. */
export interface Served {
  readonly baseUrl: string
  readonly client: { readonly id: string; readonly secret: string }
  /** Address of the control port, see control.ts. */
  readonly controlUrl: string
  /** The certificate a caller must trust, PEM; only with TLS. */
  readonly ca?: string
  readonly close: () => Promise<void>
}

const changesOf = ({ defect, variants = [] }: ServeOptions): readonly Change[] => {
  if (defect === undefined && variants.length === 0) return []
  const { defectChange, variantChange } = require('./changes') as typeof Changes
  return [...variants.map(variantChange), ...(defect === undefined ? [] : [defectChange(defect)])]
}

const certificateOf = async (tls: ServeOptions['tls'], fqdn: string): Promise<Certificate | undefined> =>
  tls === true ? (require('./certificate') as typeof Certificates).createCertificate(fqdn) : tls || undefined

// Loaded after the listener is up: the tenant is reachable first and thinks about its laws then.
const prepare = (making: Making): Handle => (require('./handle') as typeof Handles).createHandle(making)

const failed = (response: ServerResponse): void => {
  if (response.headersSent || response.destroyed) return void response.destroy()
  const body = '{"errors":[{"code":"server.error","message":"The server made a mistake."}]}'
  response.writeHead(500, { 'content-type': 'application/json' }).end(body)
}

/** Starts a tenant on the loopback interface. Tenants share nothing. Throws UnknownNameError, or why it cannot listen. */
export const serve = async (options: ServeOptions = {}): Promise<Served> => {
  const { port = 0, fqdn = 'localhost', client = { id: 'bootstrap', secret: freshSecret() } } = options
  const changes = changesOf(options)
  const certificate = await certificateOf(options.tls, fqdn)
  const clock = createClock()
  const arrivals = createArrivals()
  let begin: (handle: Handle) => void = () => undefined
  const handling = new Promise<Handle>(resolve => (begin = resolve))
  const serveApi = async (...both: Parameters<Handle>) => (await handling)(...both)
  const receive: Receive = (...both) => void serveApi(...both).catch(() => failed(both[1]))
  const api = await listen(port, receive, certificate, arrivals.note)
  const steer = control(clock, arrivals)
  const steering = await listen(options.controlPort ?? 0, (...both) => void steer(...both).catch(() => failed(both[1])))
  const baseUrl = `${certificate ? 'https' : 'http'}://${fqdn}:${api.port}`
  setImmediate(() => begin(prepare({ baseUrl, fqdn, clock, client, changes, keys: options.keys })))
  return {
    baseUrl,
    client,
    controlUrl: `http://127.0.0.1:${steering.port}`,
    ...(certificate && { ca: certificate.cert }),
    close: async () => void (await Promise.all([api.close(), steering.close()])),
  }
}
