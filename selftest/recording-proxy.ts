import { createServer, request as forward, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Served } from '../mock/serve'
import { secretsOfReply, secretsOfRequest } from './secrets-seen'

/** A tenant behind a proxy that remembers what went by. */
export interface Recorded {
  /** The tenant, as the harness is told of it. */
  readonly settings: Readonly<Record<string, string>>
  /** Every secret and token that the tenant handed out or accepted, by what it was. */
  readonly secrets: ReadonlyMap<string, string>
  /** Request lines in the order they came, with the time of day in milliseconds. */
  readonly requests: readonly { readonly line: string; readonly at: number }[]
  readonly close: () => Promise<void>
}

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** Puts a proxy in front of a tenant; both stay on the loopback interface. */
export const recording = async (served: Served): Promise<Recorded> => {
  const secrets = new Map<string, string>([[served.client.secret, 'the secret of the run']])
  const requests: { line: string; at: number }[] = []
  const { port: behind, host: its } = new URL(served.baseUrl)
  const note = (kind: string, values: readonly string[]) => {
    for (const value of values) if (value.length >= 8 && !secrets.has(value)) secrets.set(value, kind)
  }

  const proxy = createServer({ requireHostHeader: false }, (incoming, outgoing) => {
    const line = `${incoming.method} ${incoming.url}`
    requests.push({ line, at: Date.now() })
    const own = `localhost:${(proxy.address() as AddressInfo).port}`
    const headers = incoming.rawHeaders.map(text => (text === own ? its : text))
    const passOn = async (reply: IncomingMessage, body: Buffer) => {
      const answer = await bodyOf(reply)
      const { statusCode = 0 } = reply
      if (statusCode < 300) note(`accepted in ${line}`, secretsOfRequest(incoming.headers.authorization, body))
      note(`handed out by ${line}`, secretsOfReply(reply.rawHeaders, answer))
      outgoing.writeHead(statusCode, reply.statusMessage, reply.rawHeaders)
      outgoing.end(answer)
    }
    const giveUp = () => void outgoing.destroy()
    const relay = async () => {
      const body = await bodyOf(incoming)
      const target = { host: '127.0.0.1', port: behind, method: incoming.method, path: incoming.url, setHost: false }
      forward({ ...target, headers })
        .on('response', reply => void passOn(reply, body).catch(giveUp))
        .on('error', giveUp)
        .end(body)
    }
    relay().catch(giveUp)
  })
  await new Promise<void>(resolve => proxy.listen(0, '127.0.0.1', resolve))

  return {
    settings: {
      TENANT_BASE_URL: `http://localhost:${(proxy.address() as AddressInfo).port}`,
      TENANT_CLIENT_ID: served.client.id,
      TENANT_CLIENT_SECRET: served.client.secret,
      TENANT_WRITES: 'allow',
      CONFORMANCE_MOCK_CONTROL: served.controlUrl,
      CONFORMANCE_TARGET_KIND: 'mock',
    },
    secrets,
    requests,
    close: () =>
      new Promise(resolve => {
        proxy.close(() => resolve())
        proxy.closeAllConnections()
      }),
  }
}
