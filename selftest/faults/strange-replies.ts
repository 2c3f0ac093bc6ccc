import { gzipSync } from 'node:zlib'
import { between } from './chance'
import { changed, headOf, type Answer, type Fault } from './fault'

/** Bytes that came through a bad memory somewhere: their highest bit is wrong here and there. */
const corrupted: Fault = async way => {
  const answer = await way.ask()
  const body = Buffer.from(answer.body)
  const count = Math.max(1, Math.floor(body.length / 40))
  for (let times = 0; times < count && body.length > 0; times++) {
    const at = between(way.chance, 0, body.length - 1)
    body[at] = (body[at] ?? 0) ^ 0x80
  }
  way.answer({ ...answer, body })
}

const trickle = async (way: Parameters<Fault>[0], bytes: Buffer) => {
  for (const byte of bytes) {
    if (!way.isOpen()) return
    await way.write(Buffer.from([byte]))
    await way.pause(20)
  }
}

const coded = (answer: Answer, body: Buffer): Answer => {
  const change = { 'content-encoding': 'gzip', 'content-length': String(body.length) }
  return { ...answer, headers: changed(answer.headers, change), body }
}

let bomb: Buffer | undefined

const redirect =
  (...statuses: readonly number[]): Fault =>
  way => {
    const status = statuses[between(way.chance, 0, statuses.length - 1)] ?? 302
    way.answer({ status, headers: ['location', `${way.elsewhere}/login?from=tenant`], body: Buffer.alloc(0) })
  }

/** What happens to replies. */
export const strangeReplies = {
  'corrupted': corrupted,
  'slow-2-s': async way => {
    const answer = await way.ask()
    await way.pause(2_000)
    way.answer(answer)
  },
  'trickling-head': async way => {
    const answer = await way.ask()
    await trickle(way, Buffer.concat([Buffer.from(headOf(answer)), answer.body]))
  },
  'trickling-body': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer, { 'content-length': String(answer.body.length + 400) }))
    await trickle(way, Buffer.concat([answer.body, Buffer.alloc(400, ' ')]))
  },
  'endless-body': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer, { 'content-length': undefined, 'transfer-encoding': 'chunked' }))
    const chunk = `10000\r\n${'x'.repeat(65_536)}\r\n`
    while (way.isOpen()) await way.write(chunk)
  },
  'gzip-bomb': async way => {
    bomb ??= gzipSync(Buffer.alloc(64 * 1024 * 1024, ' '))
    way.answer(coded(await way.ask(), bomb))
  },
  'gzip-unasked': async way => {
    const answer = await way.ask()
    way.answer(answer.body.length === 0 ? answer : coded(answer, gzipSync(answer.body)))
  },
  'huge-header': async way => {
    const answer = await way.ask()
    await way.write(headOf(answer, { 'x-padding': 'p'.repeat(1024 * 1024) }))
    await way.write(answer.body)
  },
  'redirected': redirect(301, 302, 303),
  'redirected-as-it-is': redirect(307, 308),
} satisfies Readonly<Record<string, Fault>> // prettier-ignore
