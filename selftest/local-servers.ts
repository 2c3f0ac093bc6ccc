import { createServer as createHttp, type RequestListener } from 'node:http'
import { createServer as createHttps } from 'node:https'
import { createServer, type AddressInfo, type Server, type Socket } from 'node:net'
import { createServer as createTls } from 'node:tls'
import { generate } from 'selfsigned'

/** A server on the loopback interface. */
export interface Local {
  readonly port: number
  readonly close: () => Promise<void>
}

export interface Pem {
  readonly cert: string
  readonly key: string
}

/** A certificate for `localhost` that nobody trusts unless told to; PEM. */
export const selfSigned = async (): Promise<Pem> => {
  const { cert, private: key } = await generate([{ name: 'commonName', value: 'localhost' }], {
    keySize: 2048,
    extensions: [{ name: 'subjectAltName', altNames: [{ type: 2, value: 'localhost' }] }],
  })
  return { cert, key }
}

const listening = (server: Server): Promise<Local> =>
  new Promise((resolve, reject) => {
    const open = new Set<Socket>()
    server.on('connection', (socket: Socket) => {
      open.add(socket)
      socket.once('close', () => open.delete(socket))
    })
    server.once('error', reject)
    server.listen(0, '127.0.0.1', () =>
      resolve({
        port: (server.address() as AddressInfo).port,
        close: () =>
          new Promise(done => {
            server.close(() => done())
            for (const socket of open) socket.destroy()
          }),
      }),
    )
  })

/** Answers every connection by hand. A peer that goes away early is no error of the server. */
export const serveSockets = (answer: (socket: Socket) => void, tls?: Pem): Promise<Local> => {
  const serve = (socket: Socket) => {
    socket.on('error', () => {})
    answer(socket)
  }
  return listening(tls ? createTls({ ...tls, ALPNProtocols: ['http/1.1'] }, serve) : createServer(serve))
}

/** An ordinary web server. */
export const serveWeb = (answer: RequestListener, tls?: Pem): Promise<Local> =>
  listening(tls ? createHttps(tls, answer) : createHttp(answer))

/** A port where nobody listens. */
export const closedPort = async (): Promise<number> => {
  const { port, close } = await serveSockets(socket => socket.destroy())
  await close()
  return port
}
