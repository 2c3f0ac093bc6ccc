import type { Socket } from 'node:net'

/** Calls back for each line that comes over a connection, split into words. */
export const onLine = (socket: Socket, hear: (...words: readonly string[]) => void): void => {
  let rest = ''
  socket.setEncoding('utf8').on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split('\n')
    rest = lines.pop() ?? ''
    for (const line of lines) hear(...line.split(' '))
  })
}
