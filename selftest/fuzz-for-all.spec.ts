import type { IncomingMessage, ServerResponse } from 'node:http'
import { expect, test } from '@playwright/test'
import * as fc from 'fast-check'
import { belongingsOf } from '../harness/belongings'
import { endCheck, startCheck, type Check } from '../harness/check'
import { connectTo } from '../harness/connection'
import { forAllOf } from '../harness/fuzz/for-all'
import { unless } from '../harness/fuzz/finding'
import { openLanes } from '../harness/fuzz/lanes'
import { scan, type Judge } from '../harness/fuzz/scan'
import { caseAt, firstCases } from '../harness/fuzz/shrink'
import { createClient } from '../harness/requests'
import { sender } from '../harness/send'
import { openDoor, rememberedJournal, tenantAt } from './checks-at-hand'
import { serveWeb } from './local-servers'

interface Numbered {
  readonly body: { readonly client_id: string; readonly secret: string; readonly n: number }
}

const cases: fc.Arbitrary<Numbered> = fc
  .record({ n: fc.integer({ min: 0, max: 100_000 }), rest: fc.array(fc.nat()) })
  .map(({ n }) => ({ body: { client_id: `cfh-${n}`, secret: 'a-secret-of-a-case', n } }))

const accepted: Judge<Numbered> = async ({ body }, ask) => {
  const reply = await ask(createClient('token', body))
  return unless(reply.status === 201, 'status 201', reply)
}

type Decide = (n: number, requests: number) => number | undefined

/** Runs a property against a server that decides each creation by its number, and gives what the check found. */
const run = async (decide: Decide, settings: Record<string, string> = {}) => {
  let requests = 0
  const stored = new Set<string>()
  const server = await serveWeb((message: IncomingMessage, response: ServerResponse) => {
    const chunks: Buffer[] = []
    message.on('data', (chunk: Buffer) => chunks.push(chunk))
    message.on('end', () => {
      const text = Buffer.concat(chunks).toString('utf8')
      if (message.method === 'DELETE') {
        stored.delete(decodeURIComponent(message.url?.split('/').at(-1) ?? ''))
        return response.writeHead(204).end()
      }
      const { n, client_id } = JSON.parse(text) as Numbered['body']
      const status = decide(n, ++requests)
      if (status === undefined) return message.socket.destroy()
      if (status === 201) stored.add(client_id)
      return response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ client_id }))
    })
  })
  const tenant = tenantAt(`http://127.0.0.1:${server.port}`, {
    FUZZ_SEED: '11',
    CONFORMANCE_TARGET_KIND: 'mock',
    ...settings,
  })
  const check: Check = startCheck('CLI-001', 'CLI-001 · planted')
  const journal = rememberedJournal()
  const belongings = belongingsOf(journal, openDoor)
  const connection = connectTo(tenant.baseUrl)
  const send = sender(connection, belongings, 'act')
  try {
    const error: unknown = await forAllOf({ tenant, belongings, send })(cases, accepted).catch((e: unknown) => e)
    const left = belongings.left().map(({ name }) => name)
    return { check, requests, error, stored: [...stored].filter(name => !left.includes(name)) }
  } finally {
    await connection.close()
    await server.close()
    endCheck()
  }
}

test.describe('a property', () => {
  test('that holds passes, is counted, and leaves nothing behind', async () => {
    const { check, error, stored } = await run(() => 201, { FUZZ_RUNS: '60' })
    expect(error).toBeUndefined()
    expect([check.uncounted, check.expectations, check.violation]).toEqual([120, 60, undefined])
    expect(check.notes).toEqual(['measured: 60 cases of seed 11'])
    expect(stored).toEqual([])
  })

  test('that fails is shrunk, shown with evidence and without its secret, and repeated by the command it names', async () => {
    const { check, error, stored } = await run(n => (n > 500 ? 500 : 201))
    expect(String(error)).toContain('Violation')
    const shown = check.violation ?? ''
    expect(shown).toMatch(/body {6}\{"client_id":"cfh-501","secret":"\$\{\w+\}","n":501\}/)
    expect(shown).toContain('received  500')
    expect(shown).not.toContain('a-secret-of-a-case')
    expect(check.exchanges.map(({ received }) => received?.status)).toEqual([500])
    expect(stored).toEqual([])

    const [, seed = '', path = '', grep = ''] =
      /FUZZ_SEED=(\d+) FUZZ_PATH='([\d:]+)' npm run conformance -- --grep '(.*)'/.exec(shown) ?? []
    expect('x CLI-001 · rule @CLI-001 @MUST @fuzz').toMatch(new RegExp(grep))
    const again = await run(n => (n > 500 ? 500 : 201), { FUZZ_SEED: seed, FUZZ_PATH: path })
    expect(again.requests).toBe(1)
    expect(again.check.violation).toContain('"n":501}')
  })

  test('that fails once is called intermittent', async () => {
    const { check } = await run((_, requests) => (requests === 20 ? 500 : 201))
    expect(check.violation).toContain('intermittent: asked again it did not fail')
    expect(check.violation).toContain('received  500')
  })

  test('asks again where the tenant is busy for a moment', async () => {
    const { check, error } = await run((_, requests) => (requests % 20 === 0 ? 503 : 201), { FUZZ_RUNS: '60' })
    expect([error, check.expectations]).toEqual([undefined, 60])
  })

  test('without answers is no pass and no violation', async () => {
    const { check, error } = await run((_, requests) => (requests > 30 ? undefined : 201))
    expect(String(error)).toContain('Trouble')
    expect(check.violation).toBeUndefined()
  })

  test('reports a failure that was seen although the road failed later', async () => {
    const { check } = await run((_, requests) => (requests < 10 ? 201 : requests < 200 ? 500 : undefined))
    expect(check.violation).toContain('received  500')
  })
})

test.describe('a scan', () => {
  test.beforeEach(() => void startCheck('CLI-001', 'CLI-001'))
  test.afterEach(() => endCheck())

  const lanes = (count: number) =>
    openLanes(tenantAt('http://127.0.0.1:9'), belongingsOf(rememberedJournal(), openDoor), count)
  const pause = (milliseconds: number) => new Promise(resolve => setTimeout(resolve, milliseconds))
  const numbers = Array.from({ length: 200 }, (_, index) => index)
  const wrong = { expected: '', received: '', reply: undefined as never }

  test('that runs out of time is no pass', async () => {
    const judged = scan(numbers, lanes(4), () => pause(5).then(() => undefined), 50)
    await expect(judged).rejects.toThrow(/interrupted: \d+ of 200 cases were judged/)
  })

  test('finds the first failure, although a later one shows sooner', async () => {
    const judge: Judge<number> = async n => (n === 40 ? pause(30).then(() => wrong) : n > 40 ? wrong : undefined)
    expect(await scan(numbers, lanes(8), judge, 5_000)).toMatchObject({ index: 40 })
  })

  test('has as many cases under way as there are lanes', async () => {
    let [now, most] = [0, 0]
    await scan(numbers, lanes(8), async () => {
      most = Math.max(most, ++now)
      await pause(1)
      now--
      return undefined
    }, 5_000) // prettier-ignore
    expect(most).toBe(8)
  })
})

test('a position in the values of a seed leads to the value that was scanned there', async () => {
  const values = firstCases(cases, 23, 120)
  for (const index of [0, 8, 9, 10, 57, 119])
    expect(await caseAt(cases, { seed: 23, path: String(index) })).toEqual(values[index])
})
