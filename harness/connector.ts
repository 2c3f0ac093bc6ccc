import type { Socket } from 'node:net'
import { buildConnector } from 'undici'
import type { Options } from './connection'
import { trusting } from './trust'
import { openTunnel } from './tunnel'

const bare = (host: string) => host.replace(/^\[|\]$/g, '')

/**
 * How connections to a tenant are made: trusting whom the settings say, and through the proxy where there is one. The
 * proxy opens a way and sees nothing else, so that what arrives is what was sent, with or without one.
 * @param timeout milliseconds
 */
export const connectorOf = ({ caFile, proxy }: Options, timeout: number): buildConnector.connector => {
  const straight = buildConnector({ timeout, ...trusting(caFile) })
  if (!proxy) return straight
  const throughTunnel = async (...[options, callback]: Parameters<buildConnector.connector>) => {
    let httpSocket: Socket
    try {
      httpSocket = await openTunnel(proxy, bare(options.hostname), Number(options.port || 443), timeout)
    } catch (error) {
      return callback(error as Error, null)
    }
    straight({ ...options, httpSocket }, callback)
  }
  return (...both) => void throughTunnel(...both)
}
