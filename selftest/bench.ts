import { connectTo } from '../harness/connection'
import { endWith } from '../harness/end-with'
import { createClient, tokenRequest } from '../harness/requests'
import { outgoing } from '../harness/request'
import { tenantAt } from './checks-at-hand'
import { autocannonRate } from './bench/autocannon-rate'
import { isReached, lineOf, median, type Figure } from './bench/figures'
import { fuzzRate } from './bench/fuzz-rate'
import { startMock } from './bench/mock-process'
import { pageFigures } from './bench/page'
import { conformanceRun, emptyRun, reportingRun } from './bench/runs'

// `npm run bench`: measures what the bars speak of, on this machine, against the built-in mock. Exit status 1 where a
// bar is missed. A machine that does other things meanwhile gives worse figures.

const concurrency = 16
const seconds = 4

const say = (...lines: readonly string[]) => process.stdout.write(`${lines.join('\n')}\n`)

const startFigures = async (): Promise<readonly Figure[]> => {
  const [address, answer]: [number[], number[]] = [[], []]
  for (let round = 0; round < 5; round++) {
    const { addressAfter, answerAfter, stop } = await startMock()
    await stop()
    address.push(addressAfter)
    answer.push(answerAfter)
  }
  return [
    { what: 'the mock starts (median of 5), to its address', value: median(address), unit: 'ms', bar: { atMost: 300 } },
    { what: '… to its first answer', value: median(answer), unit: 'ms' },
  ]
}

/** One valid registration with another name each time, and one that is refused: what a fuzzing scan is made of. */
const registrations = (token: string) => {
  const body = { client_id: 'cfh-bench-[<id>]', secret: 'a-secret-of-the-bench', scope: ['admin'] }
  return {
    accepted: createClient(token, { ...body, grant_types: ['client_credentials'], access_token_ttl: 60 }),
    refused: createClient(token, { ...body, grant_types: ['client_credentials'], access_token_ttl: -1 }),
  }
}

const rateFigures = async (): Promise<readonly Figure[]> => {
  const { settings, stop } = await startMock()
  const tenant = tenantAt(settings.TENANT_BASE_URL ?? '', { ...settings, CONFORMANCE_TARGET_KIND: 'mock' })
  const connection = connectTo(tenant.baseUrl)
  try {
    const { id, secret } = tenant.client
    const { text } = await connection.transmit(outgoing(tokenRequest({ client_id: id, secret })))
    const token = (JSON.parse(text) as { access_token: string }).access_token
    const { accepted, refused } = registrations(token)

    const fuzz = await fuzzRate(tenant, token, concurrency, seconds * 1000)
    const refusals = await autocannonRate(tenant.baseUrl, refused, false, concurrency, seconds)
    const creations = await autocannonRate(tenant.baseUrl, accepted, true, concurrency, seconds)
    if (!creations.isClean || !refusals.isClean) throw new Error('autocannon got answers it did not ask for')

    const rate = (fuzz.requests / fuzz.milliseconds) * 1000
    const fastest = Math.max(creations.perSecond, refusals.perSecond)
    return [
      {
        what: `fuzzing, ${concurrency} cases at once, all included`,
        value: rate,
        unit: 'requests/s',
        bar: { atLeast: 2_500 },
      },
      {
        what: `autocannon, ${concurrency} connections, creations accepted`,
        value: creations.perSecond,
        unit: 'requests/s',
      },
      {
        what: `autocannon, ${concurrency} connections, creations refused`,
        value: refusals.perSecond,
        unit: 'requests/s',
      },
      { what: 'fuzzing as a part of the faster of the two', value: rate / fastest, unit: '', bar: { atLeast: 0.5 } },
    ]
  } finally {
    await connection.close()
    await stop()
  }
}

const runFigures = async (): Promise<readonly Figure[]> => {
  const whole = await conformanceRun()
  const plain = await conformanceRun('--grep-invert', '@fuzz')
  const fuzz = await conformanceRun('--grep', '@fuzz')
  const empty = await emptyRun(plain.checks)
  if (whole.verdict !== 'conformant') say(`The default run ended ${whole.verdict}: its figures mean little.`)
  return [
    { what: `the default run, ${whole.checks} checks, ${whole.requests} requests`, value: whole.milliseconds / 1000, unit: 's', bar: { atMost: 15 } },
    { what: `without fuzzing, ${plain.checks} checks, ${plain.requests} requests`, value: plain.milliseconds / 1000, unit: 's' },
    { what: `a Playwright run of ${plain.checks} empty tests`, value: empty / 1000, unit: 's' },
    { what: 'without fuzzing, in empty runs', value: plain.milliseconds / empty, unit: '', bar: { atMost: 3 } },
    { what: `the ${fuzz.checks} fuzzing checks, ${fuzz.requests} requests, on two workers`, value: fuzz.busy / 2_000, unit: 's' },
  ] // prettier-ignore
}

const reportFigures = async (): Promise<readonly Figure[]> => {
  const { milliseconds, reporter, statement } = await reportingRun()
  return [
    { what: 'the reporter, of a run', value: reporter, unit: 'ms' },
    { what: 'the statement of that run is made in', value: statement, unit: 'ms' },
    {
      what: 'both, as a part of the run',
      value: (reporter + statement) / milliseconds,
      unit: '',
      bar: { atMost: 0.1 },
    },
  ]
}

const main = async (): Promise<number> => {
  const figures: Figure[] = []
  for (const measure of [startFigures, rateFigures, runFigures, reportFigures, pageFigures]) {
    const measured = await measure()
    say(...measured.map(lineOf))
    figures.push(...measured)
  }
  return figures.every(isReached) ? 0 : 1
}

endWith(main())
