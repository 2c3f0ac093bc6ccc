import { isIP, type Socket } from 'node:net'
import { connect, type PeerCertificate } from 'node:tls'
import type { Tenant } from '../tenant'
import { trusting } from '../trust'
import { openTunnel } from '../tunnel'

/** What a TLS handshake shows of a tenant. */
export interface Handshake {
  /** As in `TLSv1.3`. */
  readonly version: string
  readonly certificate: PeerCertificate
  /** Code of why it is not trusted; absent where it is. */
  readonly refusal?: string
}

const patience = 5_000

type Place = Pick<Tenant, 'fqdn' | 'port' | 'caFile' | 'proxy'>

/**
 * Shakes hands with a tenant and looks at what it shows, also where that is not trusted; nothing is sent.
 * @throws the socket's error where that does not come about
 */
export const shakeHands = async ({ fqdn, port, caFile, proxy }: Place): Promise<Handshake> => {
  const host = fqdn.replace(/^\[|\]$/g, '')
  const way: Socket | undefined = proxy && (await openTunnel(proxy, host, port, patience))
  return new Promise((resolve, reject) => {
    const socket = connect({
      host,
      port,
      servername: isIP(host) ? '' : host,
      ALPNProtocols: ['http/1.1'],
      rejectUnauthorized: false,
      ...trusting(caFile),
      ...(way && { socket: way }),
    })
    const giveUp = (code: string) => {
      clearTimeout(timer)
      socket.destroy()
      reject(Object.assign(new Error('no handshake'), { code }))
    }
    const timer = setTimeout(() => giveUp('ETIMEDOUT'), patience)
    socket.once('secureConnect', () => {
      clearTimeout(timer)
      const version = socket.getProtocol() ?? 'TLS'
      const refusal = socket.authorized ? undefined : String(socket.authorizationError)
      resolve({ version, certificate: socket.getPeerCertificate(), ...(refusal !== undefined && { refusal }) })
      socket.destroy()
    })
    socket.once('error', (error: NodeJS.ErrnoException) => giveUp(error.code ?? 'EPROTO'))
    socket.once('close', () => giveUp('ECONNRESET'))
  })
}
