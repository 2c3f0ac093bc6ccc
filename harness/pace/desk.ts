import { createServer, type AddressInfo, type Socket } from 'node:net'
import { budgetOf } from './budget'
import { onLine } from './lines'
import { TooBusy, type Limits } from './pace'

/** Where all processes of a run get their tickets. */
export interface Desk {
  /** For `CONFORMANCE_PACE` in the environment of the others. */
  readonly address: string
  readonly close: () => Promise<void>
}

/**
 * Opens a desk on the loopback interface. A process asks with `take` and is answered `go`, or `late` and for how many
 * more seconds the tenant wants to be left alone; it hands back with `give` and tells with `rest` what the tenant asked
 * for, in seconds. A process that ends has handed back everything.
 */
export const openDesk = async (limits: Limits): Promise<Desk> => {
  const budget = budgetOf(limits)
  const open = new Set<Socket>()

  const serve = (socket: Socket) => {
    const held: (() => void)[] = []
    const take = async () => {
      try {
        const release = await budget.take()
        if (socket.destroyed) return release()
        held.push(release)
        socket.write('go\n')
      } catch (error) {
        if (!(error instanceof TooBusy)) throw error
        socket.write(`late ${error.seconds}\n`)
      }
    }
    open.add(socket)
    socket.setNoDelay().on('error', () => socket.destroy())
    socket.once('close', () => {
      open.delete(socket)
      held.splice(0).forEach(release => release())
    })
    onLine(socket, (word, seconds) => {
      if (word === 'take') void take()
      if (word === 'give') held.shift()?.()
      if (word === 'rest') budget.rest(Number(seconds))
    })
  }

  const server = createServer(serve)
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject)
    server.listen(0, '127.0.0.1', resolve)
  })
  return {
    address: String((server.address() as AddressInfo).port),
    close: () =>
      new Promise(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}
