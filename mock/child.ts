import { on } from 'node:events'
import type { Server } from 'node:net'
import { serve, type Served } from './serve'

// The tenant in a process of its own, as long as its parent lives. Ctrl-C reaches the whole group of processes; the
// tenant outlives it, because whoever clears away still needs it.

type Message = readonly [client: Served['client'], server: Server]

const main = async (): Promise<void> => {
  process.on('SIGINT', () => {})
  // A run that finds nothing to check is over before its tenant is there.
  if (!process.connected) process.exit(0)
  let close: Served['close'] = () => Promise.resolve()
  process.once('disconnect', () => void close().then(() => process.exit(0)))
  const messages = on(process, 'message')
  const next = async () => (await messages.next()).value as Message
  const [client, port] = await next()
  const [, controlPort] = await next()
  await messages.return?.()
  close = (await serve({ client, port, controlPort })).close
}

void main()
