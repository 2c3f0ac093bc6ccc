import { connect } from 'node:net'
import { connect as connectSecurely, type TLSSocket } from 'node:tls'
import type { CheckRecord } from '../../harness/check-record'
import { serve } from '../../mock/serve'
import { workerAt } from '../check-against'
import { gatherChecks } from '../gathered-checks'
import { recordOf } from '../kill-matrix'
import { selfSigned } from '../local-servers'
import { startNginx, type Listening, type Logged } from './nginx'

// A process of selftest/nginx.spec.ts: lets the checks of the HOST area loose on a tenant behind nginx, in each of its
// set-ups, and prints what they found.

/** What was found in one set-up. */
export interface HostArea {
  readonly name: string
  readonly records: readonly (CheckRecord & { readonly title: string })[]
  readonly log: readonly Logged[]
  /** What came for a foreign Host on a connection that had answered before; empty is right. */
  readonly onUsedConnection: string
  /** What the server chooses of HTTP/2 and HTTP/1.1; absent without TLS. */
  readonly chosen?: string
}

const trusted = ({ tls }: Listening) => ({ servername: 'localhost', host: '127.0.0.1', ca: tls?.cert })

/** Asks with the right Host, then on the same connection with a foreign one; gives what came the second time. */
const askTwice = (port: number, listening: Listening): Promise<string> =>
  new Promise((resolve, reject) => {
    const ask = (host: string) => `GET /acs/jwks HTTP/1.1\r\nHost: ${host}\r\n\r\n`
    let text = ''
    let isSecond = false
    const begin = () => void socket.write(ask(`localhost:${port}`))
    const socket = listening.tls
      ? connectSecurely({ ...trusted(listening), port, ALPNProtocols: ['http/1.1'] }, begin)
      : connect(port, '127.0.0.1', begin)
    socket.on('data', chunk => {
      text += String(chunk)
      if (isSecond || !text.endsWith('}')) return
      isSecond = true
      text = ''
      socket.write(ask('wrong.example'))
    })
    socket.setTimeout(5_000, () => socket.destroy(new Error('no answer')))
    socket.once('error', reject)
    socket.once('close', () => (isSecond ? resolve(text) : reject(new Error(`closed too early: ${text}`))))
  })

const chosenProtocol = (port: number, listening: Listening): Promise<string> =>
  new Promise((resolve, reject) => {
    const options = { ...trusted(listening), port, ALPNProtocols: ['h2', 'http/1.1'] }
    const socket: TLSSocket = connectSecurely(options, () => {
      resolve(String(socket.alpnProtocol))
      socket.destroy()
    })
    socket.once('error', reject)
  })

const checks = gatherChecks([
  'host/foreign-host.spec.ts',
  'host/forwarded.spec.ts',
  'host/look-alikes.spec.ts',
  'host/malformed-host.spec.ts',
  'host/same-host.spec.ts',
])

const areaBehind = async (name: string, listening: Listening): Promise<HostArea> => {
  const served = await serve()
  const front = await startNginx(Number(new URL(served.baseUrl).port), listening)
  try {
    const baseUrl = `${listening.tls ? 'https' : 'http'}://localhost:${front.port}`
    const trust = front.caFile === undefined ? {} : { TENANT_CA_FILE: front.caFile }
    const worker = workerAt({ ...served, baseUrl }, { ...trust, TENANT_WRITES: 'allow' })
    await worker.prepare()
    const records: HostArea['records'][number][] = []
    for (const check of checks) records.push({ ...(await recordOf(worker, check)), title: check.title })
    await worker.end()
    const log = front.log()
    const chosen = listening.tls ? { chosen: await chosenProtocol(front.port, listening) } : {}
    return { name, records, log, onUsedConnection: await askTwice(front.port, listening), ...chosen }
  } finally {
    await Promise.all([front.close(), served.close()])
  }
}

const main = async (): Promise<void> => {
  const tls = await selfSigned()
  const areas = [
    await areaBehind('plain', {}),
    await areaBehind('plain, connections kept', { keepsAlive: true }),
    await areaBehind('TLS', { tls }),
    await areaBehind('TLS with HTTP/2', { tls, http2: true, keepsAlive: true }),
  ]
  process.stdout.write(JSON.stringify(areas))
}

void main()
