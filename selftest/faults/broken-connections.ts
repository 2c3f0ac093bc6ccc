import { randomBytes } from 'node:crypto'
import { between } from './chance'
import { headOf, type Fault } from './fault'

const half = (bytes: Buffer) => bytes.subarray(0, Math.floor(bytes.length / 2))

const partOf = (text: string) => text.slice(0, Math.floor(text.length / 2))

/** A reply with a length that its body does not have. */
const announced =
  (length: (actual: number) => number, after: Fault): Fault =>
  async way => {
    const answer = await way.ask()
    const { length: actual } = answer.body
    await way.write(headOf(answer, { 'content-length': String(length(actual)), 'transfer-encoding': undefined }))
    await way.write(answer.body)
    await after(way)
  }

/** What happens to connections. */
export const brokenConnections = {
  'refused': way => way.shut(between(way.chance, 50, 400)),
  'reset-before': way => way.reset(),
  'reset-after': async way => {
    await way.ask()
    way.reset()
  },
  'reset-in-body': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer))
    await way.write(half(answer.body))
    await way.pause(10)
    way.reset()
  },
  'stalled': () => {},
  'stalled-after': async way => void (await way.ask()),
  'stalled-in-head': async way => way.write(partOf(headOf(await way.ask()))),
  'stalled-in-body': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer))
    await way.write(half(answer.body))
  },
  'half-closed': way => way.end(),
  'half-closed-after': async way => {
    await way.ask()
    way.end()
  },
  'half-closed-in-head': async way => {
    await way.write(partOf(headOf(await way.ask())))
    way.end()
  },
  'truncated': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer))
    await way.write(half(answer.body))
    way.end()
  },
  'truncated-chunks': async way => {
    const answer = await way.ask()
    const part = half(answer.body)
    await way.write(headOf(answer, { 'content-length': undefined, 'transfer-encoding': 'chunked' }))
    await way.write(`${part.length.toString(16)}\r\n${part.toString('latin1')}\r\n`)
    way.end()
  },
  'too-short-a-length': announced(actual => Math.floor(actual / 2), () => {}),
  'too-long-a-length': announced(actual => actual + 40, way => (way.chance() < 0.5 ? way.end() : undefined)),
  'no-http': async way => {
    await way.write('SSH-2.0-OpenSSH_9.2\r\n')
    way.end()
  },
  'garbled-below': async way => {
    await way.ask()
    way.writeBelow(randomBytes(200))
  },
} satisfies Readonly<Record<string, Fault>> // prettier-ignore
