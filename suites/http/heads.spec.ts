import {
  choice, expect, fateOf, listDirectories, note, readDiscovery, test, verifies, type Line,
  type Reply, type Request,
} from '../../harness' // prettier-ignore
import { eachKind } from './each-kind'

const headOf = (request: Request): Request => ({ ...request, line: request.line.replace(/^GET/, 'HEAD') as Line })

const mostSeconds = 300

/** How far the Date of a reply is from now, in seconds; 0 where it has none, which is tolerated. */
const driftOf = (reply: Reply, what: string) => {
  const date = reply.header('date')
  if (date === undefined) note('measured', `${what} comes without Date`)
  return date === undefined ? 0 : Math.round(Math.abs(Date.parse(date) - Date.now()) / 1000)
}

test.describe('what the head of a reply says', () => {
  test(...verifies('HTTP-003'), async ({ given, probe }) => {
    for (const request of [readDiscovery(), listDirectories(await given.admin())]) {
      const get = await probe(request)
      expect(get).toHaveStatus(200)

      const { line, ...rest } = headOf(request)
      const head = await probe({ line, ...rest })

      choice('HTTP-003', `${line} is`, fateOf(head))
      const isUnknown = head.status === 405 || head.status === 501
      expect(isUnknown ? get.status : head.status, `the status of ${line}`).toBe(get.status)
      expect(isUnknown ? get.mediaType() : head.mediaType(), `the media type of ${line}`).toBe(get.mediaType())
      expect(head.size, `the bytes behind the head of the reply to ${line}`).toBe(0)
    }
  })

  test(...verifies('HTTP-005'), async ({ given, send }) => {
    const replies = await eachKind(given, send)

    for (const [what, reply] of replies)
      expect(driftOf(reply, what), `the seconds between now and the Date of ${what}`).toBeWithin(0, mostSeconds)
  })
})
