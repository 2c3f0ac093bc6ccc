import { between } from './chance'
import type { Answer, Fault, Way } from './fault'

const page = (status: number, headers: readonly string[] = []): Answer => ({
  status,
  headers: ['content-type', 'text/html', ...headers],
  body: Buffer.from(`<html><head><title>${status}</title></head><body><h1>${status}</h1><hr>front</body></html>`),
})

/** Answered in front, half of the times after the tenant has done what it was asked. */
const gateway =
  (status: number): Fault =>
  async way => {
    if (way.chance() < 0.5) await way.ask()
    way.answer(page(status))
  }

const busy =
  (status: number, retryAfter?: (way: Way) => string): Fault =>
  way =>
    way.answer(page(status, retryAfter ? ['retry-after', retryAfter(way)] : []))

const soon = ({ chance }: Way) => String(between(chance, 0, 1))

/** What stands in front of the tenant has too much to do. */
export const busyFronts = {
  '502': gateway(502),
  '503': gateway(503),
  '504': gateway(504),
  '503-in-seconds': busy(503, soon),
  '429': busy(429),
  '429-in-seconds': busy(429, soon),
  '429-by-date': busy(429, () => new Date(Date.now() + 900).toUTCString()),
  '429-for-an-hour': busy(429, () => '3600'),
} satisfies Readonly<Record<string, Fault>> // prettier-ignore
