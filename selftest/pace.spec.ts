import { expect, test } from '@playwright/test'
import { paceAtDesk } from '../harness/pace/at-desk'
import { budgetOf } from '../harness/pace/budget'
import { openDesk } from '../harness/pace/desk'
import { TooBusy, type Pace } from '../harness/pace/pace'
import { serve } from '../mock/serve'
import { conformance } from './conformance-run'

test.describe.configure({ mode: 'parallel' })

/** The most moments that any second holds, wherever it begins. */
const mostInASecond = (moments: readonly number[]): number => {
  const sorted = moments.toSorted((a, b) => a - b)
  return Math.max(0, ...sorted.map(begin => sorted.filter(at => at >= begin && at < begin + 1_000).length))
}

const delay = (milliseconds: number) => new Promise<void>(resolve => setTimeout(resolve, milliseconds))

/** Asks as often as told, all at once; a request arrives some time after its ticket, and its answer later still. */
const asking = async (pace: Pace, times: number, slow: (index: number) => number) => {
  const arrivals: number[] = []
  let underWay = 0
  let most = 0
  await Promise.all(
    Array.from({ length: times }, async (_, index) => {
      const giveBack = await pace.take()
      most = Math.max(most, ++underWay)
      await delay(slow(index))
      arrivals.push(performance.now())
      await delay(5)
      underWay--
      giveBack()
    }),
  )
  return { arrivals, most }
}

test('the moments of a second are counted wherever it begins', () => {
  expect([mostInASecond([]), mostInASecond([0, 999, 1_000, 1_998]), mostInASecond([0, 1_000, 2_000])]).toEqual([
    0, 3, 1,
  ])
})

const budgets: readonly (readonly [name: string, rate: number, concurrency: number, slow: (index: number) => number])[] = [
  ['on a quick road', 20, Infinity, () => 0],
  ['where requests are held up', 20, Infinity, index => (index % 3) * 250],
  ['few at once', 30, 3, () => 20],
] // prettier-ignore

for (const [name, rate, concurrency, slow] of budgets)
  test(`no second sees more than the rate, and no more are under way than may be: ${name}`, async () => {
    const { arrivals, most } = await asking(budgetOf({ rate, concurrency }), 3 * rate, slow)

    expect(arrivals).toHaveLength(3 * rate)
    expect(mostInASecond(arrivals)).toBeLessThanOrEqual(rate)
    expect(most).toBeLessThanOrEqual(concurrency)
  })

test('the budget is used', async () => {
  const begun = performance.now()

  await asking(budgetOf({ rate: 20, concurrency: 20 }), 60, () => 1)

  expect(performance.now() - begun).toBeLessThan(3_000)
})

test('several processes share one budget, and one that dies gives back what it held', async () => {
  const { address, close } = await openDesk({ rate: 10, concurrency: 10 })
  const paces = [1, 2, 3].map(() => paceAtDesk(address))

  const asked = await Promise.all(paces.map(pace => asking(pace, 8, () => 10)))
  await close()

  expect(mostInASecond(asked.flatMap(({ arrivals }) => arrivals))).toBeLessThanOrEqual(10)
  await expect(paces[0]?.take()).rejects.toThrow(/the run that shared out the requests is gone/)
})

test('what one is told to wait, all wait', async () => {
  const { address, close } = await openDesk({ rate: 1_000, concurrency: 100 })
  const [one, other] = [paceAtDesk(address), paceAtDesk(address)]
  ;(await one.take())()
  const begun = performance.now()

  one.rest(1)
  await delay(100)
  ;(await other.take())()
  await close()

  expect(performance.now() - begun).toBeGreaterThan(950)
})

test('where the tenant wants to be left alone for too long, nothing is sent', async () => {
  const { address, close } = await openDesk({ rate: 1, concurrency: 100 })
  const pace = paceAtDesk(address)
  const before = [pace.take(), pace.take()]
  await before[0]

  pace.rest(3_600)

  await expect(before[1]).rejects.toBeInstanceOf(TooBusy)
  await expect(pace.take()).rejects.toThrow(/asked to be left alone for another 3[56]\d\d s, so nothing was sent/)
  await close()
})

test('a run asks no more than it may in any second, whatever the number of workers', async ({}, info) => {
  test.setTimeout(120_000)
  const served = await serve()
  const settings = {
    TENANT_BASE_URL: served.baseUrl, TENANT_CLIENT_ID: served.client.id, TENANT_CLIENT_SECRET: served.client.secret,
    TENANT_WRITES: 'allow', CONFORMANCE_MOCK_CONTROL: served.controlUrl, CONFORMANCE_TARGET_KIND: 'mock',
    TENANT_RATE: '20', FUZZ_RUNS: '8',
  } // prettier-ignore

  const run = await conformance(info.outputPath('r'), settings, [
    '--grep',
    'HOST-00|TOK-00|CLI-00[1-3]|CLI-02[0-2]',
    '--workers=4',
  ])
  const moments = (await (await fetch(`${served.controlUrl}/arrivals`)).json()) as number[]
  await served.close()

  expect(run.status, run.said).toBe(0)
  expect(moments.length).toBeGreaterThan(200)
  expect(mostInASecond(moments)).toBeLessThanOrEqual(20)
})
