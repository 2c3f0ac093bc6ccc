import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import { enough, tooLarge } from '../decoded'
import type { Silence } from '../reply'
import type { Tenant } from '../tenant'
import { trusting } from '../trust'
import { openTunnel } from '../tunnel'

/** What a connection gave until it ended or the patience did. */
export interface Heard {
  readonly bytes: Buffer
  readonly end: Silence
  readonly milliseconds: number
}

type Place = Pick<Tenant, 'fqdn' | 'port' | 'tls' | 'caFile' | 'proxy'>

const bare = (host: string) => host.replace(/^\[|\]$/g, '')

const open = ({ fqdn, port, tls, caFile }: Place, way: Socket | undefined): Socket =>
  tls
    ? connectSecurely({
        host: bare(fqdn),
        port,
        servername: bare(fqdn),
        ALPNProtocols: ['http/1.1'],
        ...trusting(caFile),
        ...(way && { socket: way }),
      })
    : connect({ host: bare(fqdn), port })

/**
 * Writes bytes to a fresh connection and listens until it ends.
 * @param place where to connect; over TLS with the tenant's own name in SNI and its certificate verified
 * @param patience milliseconds after which an open connection counts as stalled
 * @throws the socket's error where no connection could be made at all: that is trouble on the road, not an answer
 */
export const converse = async (place: Place, message: Uint8Array, patience: number): Promise<Heard> => {
  const way = place.proxy && (await openTunnel(place.proxy, bare(place.fqdn), place.port, patience))
  return new Promise((resolve, reject) => {
    const begun = performance.now()
    const chunks: Buffer[] = []
    let size = 0
    let isOpen = false
    const socket = open(place, way)
    const giveUp = (error: Error) => {
      clearTimeout(timer)
      socket.destroy()
      reject(error)
    }
    // Before the connection stands nothing was asked: its end is trouble on the road, not an answer.
    const finish = (end: Silence) => {
      if (!isOpen) return giveUp(Object.assign(new Error('no connection'), { code: 'ECONNRESET' }))
      clearTimeout(timer)
      socket.destroy()
      resolve({ bytes: Buffer.concat(chunks), end, milliseconds: Math.round(performance.now() - begun) })
    }
    const timer = setTimeout(() => {
      if (isOpen) return finish('stalled')
      giveUp(Object.assign(new Error('no connection in time'), { code: 'ETIMEDOUT' }))
    }, patience)
    socket.once(place.tls ? 'secureConnect' : 'connect', () => {
      isOpen = true
      socket.write(message)
    })
    socket.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size > enough) return giveUp(tooLarge())
      chunks.push(chunk)
    })
    socket.once('end', () => finish('closed'))
    socket.once('close', () => finish('closed'))
    socket.once('error', error => {
      if (isOpen) return finish('reset')
      giveUp(error)
    })
  })
}
