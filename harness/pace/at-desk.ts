import { connect } from 'node:net'
import { Trouble } from '../trouble'
import { onLine } from './lines'
import { TooBusy, type Pace } from './pace'

interface Waiting {
  readonly go: (release: () => void) => void
  readonly refuse: (reason: Error) => void
}

/**
 * The pace of a run, as a process has it that is not alone: tickets come from the desk, see `desk.ts`. Without a desk
 * nothing is sent any more: nobody else knows what the other processes ask.
 * @param address as the desk gives it
 */
export const paceAtDesk = (address: string): Pace => {
  const queue: Waiting[] = []
  let isGone = false
  const gone = () => new Trouble('the run that shared out the requests is gone, so nothing was sent')

  const socket = connect(Number(address), '127.0.0.1').setNoDelay()
  // A process that has nothing else to do may end; one that waits for a ticket may not.
  const hold = () => void (queue.length > 0 ? socket.ref() : socket.unref())
  const release = () => void socket.write('give\n')
  onLine(socket, (word, seconds) => {
    const next = queue.shift()
    hold()
    if (word === 'go') next?.go(release)
    else next?.refuse(new TooBusy(Number(seconds)))
  })
  socket.on('error', () => socket.destroy())
  socket.once('close', () => {
    isGone = true
    for (const { refuse } of queue.splice(0)) refuse(gone())
  })
  hold()

  return {
    take: () =>
      new Promise((go, refuse) => {
        if (isGone) return refuse(gone())
        queue.push({ go, refuse })
        hold()
        socket.write('take\n')
      }),
    rest: seconds => void socket.write(`rest ${seconds}\n`),
  }
}
