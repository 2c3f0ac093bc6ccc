import { connect, type Socket } from 'node:net'
import { connect as connectSecurely } from 'node:tls'
import type { Proxy } from './proxy'
import { inWords, Trouble } from './trouble'

/** The proxy gives no way to the tenant: its trouble, and whoever set the proxy has to mend it. */
export class ProxyTrouble extends Trouble {
  constructor(
    readonly setting: string,
    problem: string,
  ) {
    super(problem)
  }
}

/** A proxy that answers with more than that before it says yes or no is none. */
const longestHead = 16 * 1024

const openTo = ({ hostname, port, protocol }: URL): Socket => {
  const host = hostname.replace(/^\[|\]$/g, '')
  return protocol === 'https:'
    ? connectSecurely({ host, port: Number(port || 443), servername: host, ALPNProtocols: ['http/1.1'] })
    : connect({ host, port: Number(port || 80) })
}

const askFor = ({ username, password }: URL, authority: string): string => {
  const credentials = [username, password].map(decodeURIComponent).join(':')
  const line = `Proxy-Authorization: Basic ${Buffer.from(credentials, 'utf8').toString('base64')}\r\n`
  return `CONNECT ${authority} HTTP/1.1\r\nHost: ${authority}\r\n${username ? line : ''}\r\n`
}

const refusal = (status: number) =>
  status === 407 ? 'wants to know who asks (407)' : status ? `gives no way there (${status})` : 'does not speak HTTP'

/**
 * Makes a proxy open a way to a host (RFC 9110 9.3.6). Whoever uses it speaks with the host itself, byte by byte.
 * @param patience milliseconds
 * @throws ProxyTrouble
 */
export const openTunnel = (proxy: Proxy, host: string, port: number, patience: number): Promise<Socket> =>
  new Promise((resolve, reject) => {
    const url = new URL(proxy.url)
    const socket = openTo(url)
    let head = Buffer.alloc(0)

    const end = (problem?: string) => {
      clearTimeout(timer)
      socket.removeAllListeners()
      if (problem === undefined) return resolve(socket)
      socket.on('error', () => {}).destroy()
      reject(new ProxyTrouble(proxy.setting, `the proxy ${url.host} ${problem}`))
    }
    const hear = (chunk: Buffer) => {
      head = Buffer.concat([head, chunk])
      const at = head.indexOf('\r\n\r\n')
      if (at < 0) return head.length > longestHead ? end('does not speak HTTP') : undefined
      const status = Number(/^HTTP\/1\.[01] (\d{3})/.exec(head.subarray(0, at).toString('latin1'))?.[1] ?? 0)
      if (status < 200 || status > 299) return end(refusal(status))
      socket.pause()
      if (head.length > at + 4) socket.unshift(head.subarray(at + 4))
      end()
    }

    const timer = setTimeout(() => end('does not answer in time'), patience)
    socket.once(url.protocol === 'https:' ? 'secureConnect' : 'connect', () =>
      socket.write(askFor(url, `${host}:${port}`)),
    )
    socket.on('data', hear)
    socket.once('error', error => end(`cannot be used: ${inWords(error)}`))
    socket.once('close', () => end('closed the connection without an answer'))
  })
