import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { outgoing, type Request } from '../../harness/request'

interface Report {
  readonly requests: { readonly average: number }
  readonly '2xx': number
  readonly '4xx': number
  readonly non2xx: number
  readonly errors: number
}

const command = require.resolve('autocannon')

/** Requests a second that autocannon reaches, and how many were answered with the status that was wanted. */
export interface Cannonade {
  readonly perSecond: number
  readonly isClean: boolean
}

/**
 * Sends one request over and over, from a process of its own.
 * @param request `[<id>]` in its body becomes another text each time
 * @param isAccepted whether 2xx or 4xx is the right answer
 * @param seconds how long
 */
export const autocannonRate = async (
  baseUrl: string,
  request: Request,
  isAccepted: boolean,
  concurrency: number,
  seconds: number,
): Promise<Cannonade> => {
  const { method, target, headers, body } = outgoing(request)
  const child = spawn(
    process.execPath,
    [
      command, '--json', '--no-progress', '--idReplacement',
      '--connections', String(concurrency), '--duration', String(seconds), '--method', method,
      ...headers.flatMap(([name, value]) => ['--headers', `${name}=${value}`]),
      '--body', Buffer.from(body ?? '').toString('utf8'),
      `${baseUrl}${target}`,
    ],
    { stdio: ['ignore', 'pipe', 'ignore'] },
  ) // prettier-ignore
  const chunks: Buffer[] = []
  child.stdout.on('data', (chunk: Buffer) => chunks.push(chunk))
  await once(child, 'close')
  const report = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Report
  const wrong = isAccepted ? report.non2xx : report['2xx']
  return { perSecond: report.requests.average, isClean: wrong + report.errors === 0 }
}
