import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Arrivals } from './arrivals'
import type { Clock } from './clock'

interface Advance {
  readonly client_id: string
  readonly seconds: number
}

const isAdvance = (value: unknown): value is Advance =>
  typeof value === 'object' &&
  value !== null &&
  'client_id' in value &&
  typeof value.client_id === 'string' &&
  'seconds' in value &&
  Number.isFinite(value.seconds)

const known = 'POST /advance, POST /reset or GET /arrivals'

const read = async (message: IncomingMessage): Promise<unknown> => {
  const chunks: Buffer[] = []
  for await (const chunk of message as AsyncIterable<Buffer>) chunks.push(chunk)
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'))
  } catch {
    return undefined
  }
}

/**
 * The control port, which no real tenant has. `POST /advance` with `{"client_id", "seconds"}` moves time forward for
 * that client, `POST /reset` brings everybody back to true time; both answer 204. `GET /arrivals` gives the moments at
 * which requests came, in milliseconds. Else 400 and 404 with a sentence.
 */
export const control =
  (clock: Clock, arrivals: Arrivals) =>
  async (message: IncomingMessage, response: ServerResponse): Promise<void> => {
    const answer = (status: number, sentence?: string) => void response.writeHead(status).end(sentence)
    const body = await read(message)
    if (message.method === 'GET' && message.url === '/arrivals') return answer(200, JSON.stringify(arrivals.moments()))
    if (message.method !== 'POST') return answer(404, known)
    if (message.url === '/reset') {
      clock.reset()
      return answer(204)
    }
    if (message.url !== '/advance') return answer(404, known)
    if (!isAdvance(body)) return answer(400, 'expected {"client_id": string, "seconds": number}')
    clock.advance(body.client_id, body.seconds)
    return answer(204)
  }
