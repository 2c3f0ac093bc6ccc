import { createServer, request as forward, type IncomingMessage, type ServerResponse } from 'node:http'
import { createServer as createSecureServer } from 'node:https'
import type { AddressInfo, Socket } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { secretsOfReply, secretsOfRequest } from '../secrets-seen'
import type { Answer, Way } from './fault'
import type { FaultyRoad, RoadOptions } from './faulty-road'

const bodyOf = async (message: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  return Buffer.concat(chunks)
}

/** The connection below TLS; itself where there is none. */
const below = (socket: Socket): Socket => {
  const { _parent: parent } = socket as Socket & { _parent?: Socket }
  return parent ?? socket
}

/** Puts a faulty road in front of a tenant; everything stays on the loopback interface. */
export const faultyRoad = async (options: RoadOptions): Promise<FaultyRoad> => {
  const { served, fault, hits, chance, elsewhere, tls } = options
  const secrets = new Set<string>([served.client.secret])
  const note = (values: readonly string[]) =>
    values.filter(value => value.length >= 8).forEach(each => secrets.add(each))
  const open = new Set<Socket>()
  const { port: behind, host: its } = new URL(served.baseUrl)
  const [seen, hit] = [{ count: 0, before: Number.POSITIVE_INFINITY }, { count: 0 }]
  let isMended = false
  let port = 0

  const listen = () =>
    new Promise<void>((resolve, reject) => server.once('error', reject).listen(port, '127.0.0.1', resolve))
  const resetAll = () => open.forEach(socket => below(socket).resetAndDestroy())
  let reopening: Promise<void> | undefined
  const shut = (milliseconds?: number) => {
    if (!server.listening) return
    const closed = new Promise<void>(resolve => server.close(() => resolve()))
    resetAll()
    if (milliseconds !== undefined) reopening = closed.then(() => pause(milliseconds)).then(reopen)
  }
  const reopen = async () => {
    if (!server.listening) await listen()
  }

  const ask = (incoming: IncomingMessage, body: Buffer): Promise<Answer> =>
    new Promise((resolve, reject) => {
      const headers = incoming.rawHeaders.map(text => (text === `localhost:${port}` ? its : text))
      const target = { host: '127.0.0.1', port: behind, method: incoming.method, path: incoming.url, setHost: false }
      forward({ ...target, headers })
        .on('response', reply => {
          const { statusCode: status = 0, rawHeaders } = reply
          const take = async () => {
            const answer = await bodyOf(reply)
            if (status < 300) note(secretsOfRequest(incoming.headers.authorization, body))
            note(secretsOfReply(rawHeaders, answer))
            resolve({ status, headers: rawHeaders, body: answer })
          }
          take().catch(reject)
        })
        .on('error', reject)
        .end(body)
    })

  const wayOf = (incoming: IncomingMessage, outgoing: ServerResponse, body: Buffer): Way => ({
    chance,
    elsewhere,
    pause,
    shut,
    ask: () => ask(incoming, body),
    answer: answer => void outgoing.writeHead(answer.status, [...answer.headers]).end(answer.body),
    write: bytes =>
      new Promise(resolve => {
        if (incoming.socket.destroyed) return resolve()
        const done = () => {
          incoming.socket.off('close', done)
          resolve()
        }
        // Who is gone does not tell that nothing is written any more.
        incoming.socket.once('close', done)
        incoming.socket.write(bytes, done)
      }),
    writeBelow: bytes => void below(incoming.socket).write(bytes),
    end: () => void incoming.socket.end(),
    reset: () => void below(incoming.socket).resetAndDestroy(),
    isOpen: () => !incoming.socket.destroyed,
  })

  const relay = async (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const number = ++seen.count
    const isHit = !isMended && hits(number, number - seen.before)
    const body = await bodyOf(incoming)
    const way = wayOf(incoming, outgoing, body)
    if (!isHit) return way.answer(await way.ask())
    hit.count++
    await fault(way)
  }
  const handle = (incoming: IncomingMessage, outgoing: ServerResponse) =>
    void relay(incoming, outgoing).catch(() => incoming.socket.destroy())
  const server = tls
    ? createSecureServer({ ...tls, requireHostHeader: false }, handle)
    : createServer({ requireHostHeader: false }, handle)
  server.on(tls ? 'secureConnection' : 'connection', (socket: Socket) => {
    open.add(socket)
    socket.on('error', () => {}).once('close', () => open.delete(socket))
  })
  await listen()
  port = (server.address() as AddressInfo).port

  return {
    baseUrl: `${tls ? 'https' : 'http'}://localhost:${port}`,
    secrets,
    count: () => ({ requests: seen.count, hits: hit.count }),
    checksBegin: () => void (seen.before = seen.count),
    async mend() {
      isMended = true
      await reopening
      await reopen()
    },
    async close() {
      isMended = true
      await reopening
      if (server.listening) await new Promise<void>(resolve => (resetAll(), server.close(() => resolve())))
      resetAll()
    },
  }
}
