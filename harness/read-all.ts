import { setTimeout as pause } from 'node:timers/promises'
import type { Agent } from 'undici'
import { enough, tooLarge } from './decoded'
import { codeOf, Trouble } from './trouble'

/**
 * Reads a body to its end.
 * @param until moment of `performance.now()` at which it must have come: one that trickles never stops by itself
 * @throws Trouble where it is too large or too slow
 */
export const readAll = async (body: AsyncIterable<Buffer>, until: number): Promise<Buffer> => {
  const chunks: Buffer[] = []
  let size = 0
  for await (const chunk of body) {
    size += chunk.length
    if (size > enough) throw tooLarge()
    if (performance.now() > until) throw new Trouble('the reply came too slowly')
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}

/** How long what nobody announced may take to show: in turns, so that a busy process looks as often as an idle one. */
const turns = 6
const milliseconds = 15

const isOpenEnded = (text: string): boolean => {
  try {
    JSON.parse(text)
    return false
  } catch {
    return /^\s*[[{]/.test(text)
  }
}

/**
 * Sees where more bytes come than a reply has announced: its body is only the beginning then. A connection tells nobody
 * but itself, so they are held against every reply of that moment that looks cut.
 * @returns to be called with each body; throws Trouble for one that went on
 */
export const unannounced = (agent: Agent) => {
  let last = Number.NEGATIVE_INFINITY
  agent.on('disconnect', (_origin: URL, _targets: readonly unknown[], error: Error) => {
    const isUnexpected = /^HPE_|^UND_ERR_RES_/.test(codeOf(error) ?? '') || error.message === 'bad response'
    if (isUnexpected) last = performance.now()
  })
  return async (begun: number, body: Buffer): Promise<void> => {
    if (body.length === 0 || !isOpenEnded(body.toString('utf8'))) return
    const hasGoneOn = () => last >= begun
    for (let turn = 1; !hasGoneOn() && turn <= turns; turn++) await pause(milliseconds)
    if (hasGoneOn()) throw new Trouble('the reply was longer than announced')
  }
}
