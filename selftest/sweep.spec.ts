import { appendFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { hostname } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { JournalLine } from '../harness/journal'
import { runMark } from '../harness/run-mark'
import { askingAt } from '../harness/sweep/asking'
import { sweep } from '../harness/sweep/sweep'
import { sweepStatus, told } from '../harness/sweep/told'
import { tenantOf } from '../harness/tenant'
import { configurationOf } from '../harness/configuration'
import type { Defect } from '../mock/defects/defect'
import type { ServeOptions } from '../mock/serve'
import { serveWeb } from './local-servers'
import { withMock, type Mock } from './mock-tenant'
import { sweeping } from './sigkill/kill-at'

const [old, recent] = ['aaaaaa0000', runMark()]
const anHourAgo = new Date(Date.now() - 61 * 60_000).toISOString()
const now = new Date().toISOString()

/** Lines of a journal: event, kind, name, id. */
type Told = readonly [event: JournalLine['event'], kind: JournalLine['kind'], name: string, id?: string]

const journal = (
  folder: string,
  tenant: string,
  run: string,
  lines: readonly Told[],
  more: Partial<JournalLine> = {},
) => {
  mkdirSync(folder, { recursive: true })
  const all = [
    { event: 'opened', pid: 4_000_000, host: hostname(), tenant },
    ...lines.map(([event, kind, name, id]) => ({ event, kind, name, id })),
  ].map(line => ({ at: anHourAgo, run, ...line, ...more }))
  appendFileSync(join(folder, 'journal.jsonl'), all.map(line => `${JSON.stringify(line)}\n`).join(''))
}

const named = async (mock: Mock): Promise<readonly string[]> => {
  const { body } = await mock.call('GET /acs/broker/oauth2-clients?page_size=100')
  return (body.items as { client_id: string }[]).map(({ client_id }) => client_id).toSorted()
}

const client = (mock: Mock, client_id: string) => mock.made({ client_id })

const directory = async (mock: Mock, name: string): Promise<string> => {
  const made = {
    name,
    domains: [`${name}.example`],
    default_domain: `${name}.example`,
    source: 'GENERIC',
    type: 'PROVISIONED',
  }
  return String((await mock.call('POST /usergroup/broker/directories', made)).body.id)
}

const sweepOn = async (mock: Mock, folder: string, scope: Parameters<typeof sweep>[2] = {}) => {
  const tenant = tenantOf(
    configurationOf({
      TENANT_BASE_URL: mock.baseUrl,
      TENANT_CLIENT_ID: mock.client.id,
      TENANT_CLIENT_SECRET: mock.client.secret,
      CONFORMANCE_TARGET_KIND: 'mock',
      RESULTS_DIR: folder,
    }),
  )
  const asking = askingAt(tenant)
  const swept = await sweep(tenant, asking, scope)
  await asking.close()
  return { ...swept, status: sweepStatus(swept), lines: told(swept).join('\n') }
}

const onMock = (title: string, options: ServeOptions, body: (mock: Mock, folder: string) => Promise<void>) =>
  test(title, async ({}, info) => withMock(options, mock => body(mock, info.outputPath('r'))))

onMock(
  'what the journal of a run that is over names is removed, and so is what carries our prefix',
  {},
  async (mock, folder) => {
    for (const name of [`cfh-${old}-w0-1`, `cfh-${old}-w0-2`, 'somebodys', 'xcfh-1']) await client(mock, name)
    const id = await directory(mock, `cfh-${old}-w0-3`)
    journal(folder, mock.baseUrl, old, [
      ['creating', 'client', `cfh-${old}-w0-1`],
      ['creating', 'directory', `cfh-${old}-w0-3`],
      ['created', 'directory', `cfh-${old}-w0-3`, id],
      ['creating', 'client', `cfh-${old}-w0-4`],
      ['refused', 'client', `cfh-${old}-w0-4`],
    ])

    const { status, removed, lines } = await sweepOn(mock, folder)
    const again = await sweepOn(mock, folder)

    expect(removed.map(({ item, by }) => `${item.name} ${by}`).toSorted()).toEqual([
      `cfh-${old}-w0-1 journal`,
      `cfh-${old}-w0-2 name`,
      `cfh-${old}-w0-3 journal`,
    ])
    expect([status, again.status, again.removed]).toEqual([0, 0, []])
    expect(await named(mock)).toEqual(['bootstrap', 'somebodys', 'xcfh-1'])
    expect(lines).toContain(`removed    directory cfh-${old}-w0-3 (${id}), journal of run ${old}`)
    expect(again.lines).toContain('nothing of ours is there')
    expect(readFileSync(join(folder, 'journal.jsonl'), 'utf8')).toContain(
      `"removed","kind":"client","name":"cfh-${old}-w0-1"`,
    )
  },
)

onMock(
  'a name without our prefix is removed only where the tenant had confirmed its creation',
  {},
  async (mock, folder) => {
    for (const name of ['q', 'z', 'bootstrap-2']) await client(mock, name)
    journal(folder, mock.baseUrl, old, [
      ['creating', 'client', 'q'],
      ['created', 'client', 'q', 'q'],
      ['creating', 'client', 'z'],
      ['creating', 'client', 'bootstrap'],
      ['created', 'client', 'bootstrap', 'bootstrap'],
    ])

    const { status, lines } = await sweepOn(mock, folder, { all: true })

    expect(await named(mock)).toEqual(['bootstrap', 'bootstrap-2', 'z'])
    expect(status).toBe(1)
    expect(lines).toMatch(/STILL THERE {2}client z, journal of run aaaaaa0000: it may be ours/)
  },
)

onMock('what belongs to a run that is under way is let alone, unless all is asked for', {}, async (mock, folder) => {
  const [here, elsewhere, quiet] = [runMark(), 'bbbbbb0000', 'cccccc0000']
  for (const run of [here, elsewhere, quiet, recent, 'odd', old]) await client(mock, `cfh-${run}-w0-1`)
  const alive = { pid: process.pid, at: now }
  journal(folder, mock.baseUrl, here, [['creating', 'client', `cfh-${here}-w0-1`]], alive)
  journal(folder, mock.baseUrl, elsewhere, [], { host: 'another-machine', at: now })
  journal(folder, mock.baseUrl, quiet, [], { pid: process.pid })

  const { status, removed, lines } = await sweepOn(mock, folder)
  const everything = await sweepOn(mock, folder, { all: true })

  expect(removed.map(({ run }) => String(run)).toSorted()).toEqual([old, quiet])
  expect(lines).toContain(
    `let alone  1 thing of run ${here}: it is under way (process ${process.pid} on ${hostname()})`,
  )
  expect(lines).toContain(`of run ${recent}: it began 0 minutes ago, elsewhere`)
  expect(lines).toContain('of run odd: nothing here tells how old it is')
  expect([status, everything.removed.length, await named(mock)]).toEqual([0, 4, ['bootstrap']])
})

onMock(
  'a run whose processes are gone is over, however young it is; a journal of another tenant counts for nothing',
  {},
  async (mock, folder) => {
    for (const name of [`cfh-${recent}-w0-1`, 'q']) await client(mock, name)
    journal(folder, mock.baseUrl, recent, [], { at: now })
    journal(join(folder, 'elsewhere'), 'https://another.example', old, [
      ['creating', 'client', 'q'],
      ['created', 'client', 'q', 'q'],
    ])
    writeFileSync(join(folder, 'journal-2.jsonl'), '{"at":"2026')

    const { removed } = await sweepOn(mock, folder)

    expect(removed.map(({ item }) => item.name)).toEqual([`cfh-${recent}-w0-1`])
  },
)

onMock('lists are walked to their end', {}, async (mock, folder) => {
  for (let count = 0; count < 230; count++) await client(mock, `${count % 2 ? 'other' : `cfh-${old}`}-${count}`)

  const { removed } = await sweepOn(mock, folder)

  expect(removed).toHaveLength(115)
  expect((await mock.call('GET /acs/broker/oauth2-clients?page_size=1')).body.totalCount).toBe(116)
})

const undeletable: Defect = {
  story: 'clients cannot be deleted',
  caughtBy: ['CLI-046'],
  breaks: { clients: { isUsable: () => true, isListed: () => true } },
}

onMock('what cannot be removed is named, and makes the status 1', { defect: undeletable }, async (mock, folder) => {
  await client(mock, `cfh-${old}-w0-1`)

  const { status, lines } = await sweepOn(mock, folder)

  expect(status).toBe(1)
  expect(lines).toContain(
    `STILL THERE  client cfh-${old}-w0-1, run ${old}, by name: it is still there after its deletion`,
  )
})

test.describe('as a command', () => {
  const settings = { TENANT_CLIENT_ID: 'bootstrap', TENANT_CLIENT_SECRET: 'hush-hush-4711', TENANT_WRITES: 'allow' }

  test('a tenant that may not be changed is not swept, and not asked', async ({}, info) => {
    const asked: string[] = []
    const { port, close } = await serveWeb(({ url }, response) => {
      asked.push(String(url))
      response.end()
    })
    const given = { ...settings, RESULTS_DIR: info.outputPath('r'), TENANT_BASE_URL: `http://localhost:${port}` }
    const runs = await Promise.all([
      sweeping({ ...given, TENANT_WRITES: '' }),
      sweeping({ ...given, TENANT_BASE_URL: '', TENANT_CLIENT_ID: '', TENANT_CLIENT_SECRET: '' }),
      sweeping(given, ['--everything']),
    ])
    await close()

    expect(runs.map(({ status }) => status)).toEqual([2, 2, 2])
    expect(runs.map(({ said }) => said.trim())).toEqual([
      'Nothing was swept: TENANT_WRITES is not set. Put allow there: a sweep removes things.',
      expect.stringMatching(/^Nothing was swept: TENANT_BASE_URL is not set\. /),
      'usage: npm run sweep -- [--all] [--over MARK]',
    ])
    expect(asked).toEqual([])
  })

  test('it says what it did, and never a secret', async ({}, info) => {
    await withMock({ client: { id: 'bootstrap', secret: 'hush-hush-4711' } }, async mock => {
      await client(mock, `cfh-${old}-w0-1`)
      const given = { ...settings, RESULTS_DIR: info.outputPath('r'), TENANT_BASE_URL: mock.baseUrl }

      const { status, said } = await sweeping(given)
      const wrong = await sweeping({ ...given, TENANT_CLIENT_SECRET: 'wrong-wrong-wrong' })

      expect([status, wrong.status], said + wrong.said).toEqual([0, 2])
      expect(said).toContain(`removed    client cfh-${old}-w0-1, run ${old}, by name\n1 thing removed`)
      expect(wrong.said).toMatch(/^Nothing was swept: .*TENANT_CLIENT_SECRET/)
      expect(said + wrong.said).not.toMatch(/hush-hush|wrong-wrong/)
      expect(await named(mock)).toEqual(['bootstrap'])
    })
  })
})
