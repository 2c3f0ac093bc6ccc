import { createServer } from 'node:http'
import type { IncomingMessage, Server, ServerOptions, ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Server as Socketed, Socket } from 'node:net'

/** Certificate and key of a listener, PEM. */
export interface Certificate {
  readonly cert: string
  readonly key: string
}

/** A listener on the loopback interface. */
export interface Listener {
  readonly port: number
  /** Stops at once; open connections are closed. */
  readonly close: () => Promise<void>
}

// Host is judged by the tenant. Idle connections outlive those of any client, so that none is closed while it is used.
const options: ServerOptions = {
  requireHostHeader: false,
  keepAliveTimeout: 60_000,
  headersTimeout: 20_000,
  requestTimeout: 60_000,
}

const complaints: Readonly<Record<string, readonly [number, string, string]>> = {
  HPE_HEADER_OVERFLOW: [431, 'Request Header Fields Too Large', 'request.headers.too.large'],
  ERR_HTTP_REQUEST_TIMEOUT: [408, 'Request Timeout', 'request.timeout'],
}

/** What is not HTTP cannot be answered by a route: it gets a status, the envelope, and the connection ends. */
const complain = (error: NodeJS.ErrnoException, socket: Socket): void => {
  if (!socket.writable || error.code === 'ECONNRESET') return void socket.destroy()
  const [status, reason, code] = complaints[error.code ?? ''] ?? [400, 'Bad Request', 'request.malformed']
  const body = JSON.stringify({ errors: [{ code, message: 'The request could not be read.' }] })
  socket.end(
    `HTTP/1.1 ${status} ${reason}\r\ncontent-type: application/json\r\nx-content-type-options: nosniff\r\n` +
      `content-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
  )
}

const stop = (server: Server): Promise<void> =>
  new Promise(resolve => {
    server.close(() => resolve())
    server.closeAllConnections()
  })

const serverOf = (handle: Handle, certificate: Certificate | undefined): Server =>
  certificate
    ? createSecureServer({ ...options, ...certificate, minVersion: 'TLSv1.2' }, handle)
    : createServer(options, handle)

/** Takes a request and answers it. */
export type Handle = (message: IncomingMessage, response: ServerResponse) => void

/** Where to listen: at a port of 127.0.0.1, 0 for a free one, or in place of a server that listens already. */
export type Place = number | Socketed

/**
 * Opens a listener. Fails with the system's error if the port is taken.
 * @param noticed called for everything that comes, also for what is no request that could be handled
 */
export const listen = async (
  place: Place,
  handle: Handle,
  certificate?: Certificate,
  noticed: () => void = () => {},
): Promise<Listener> => {
  const server = serverOf((...both) => {
    noticed()
    handle(...both)
  }, certificate)
  server.on('clientError', (error: NodeJS.ErrnoException, socket: Socket) => {
    // Not a connection that was lost: nothing came there.
    if (error.code?.startsWith('HPE_')) noticed()
    complain(error, socket)
  })
  // A client may end its side after the last request and still wait for the answer.
  Object.assign(server, { httpAllowHalfOpen: true })
  return new Promise((resolve, reject) => {
    server.once('error', reject)
    server.once('listening', () => resolve({ port: (server.address() as AddressInfo).port, close: () => stop(server) }))
    if (typeof place === 'number') server.listen(place, '127.0.0.1')
    else server.listen(place)
  })
}
