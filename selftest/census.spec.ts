import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { countAfter, countBefore } from '../harness/census/census'
import { configurationOf } from '../harness/configuration'
import { journalOf } from '../harness/journal'
import { tenantOf, type Tenant } from '../harness/tenant'
import type { Defect } from '../mock/defects/defect'
import { serve, type Served } from '../mock/serve'
import { conformance } from './conformance-run'
import { everythingOn } from './everything-on'
import { serveWeb } from './local-servers'
import { withMock, type Mock } from './mock-tenant'

test.setTimeout(120_000)

const undeletable: Defect = {
  story: 'clients cannot be deleted',
  caughtBy: ['CLI-046'],
  breaks: { clients: { isUsable: () => true, isListed: () => true } },
}

const settingsFor = ({ baseUrl, client, controlUrl }: Served): Readonly<Record<string, string>> => ({
  TENANT_BASE_URL: baseUrl,
  TENANT_CLIENT_ID: client.id,
  TENANT_CLIENT_SECRET: client.secret,
  TENANT_WRITES: 'allow',
  CONFORMANCE_TARGET_KIND: 'mock',
  CONFORMANCE_MOCK_CONTROL: controlUrl,
})

const tenantOn = (mock: Served, folder: string, run = 'r1'): Tenant =>
  tenantOf(configurationOf({ ...settingsFor(mock), RESULTS_DIR: folder, CONFORMANCE_RUN: run }))

const made = (mock: Mock, client_id: string) => mock.made({ client_id })

test('what the checks of a run have left is removed at its end, and only that', async ({}, info) => {
  await withMock({}, async mock => {
    const tenant = tenantOn(mock, info.outputPath('r'))
    await made(mock, 'somebodys')
    await countBefore(tenant)
    for (const name of ['cfh-r1-w0-1', 'cfh-r2-w0-1', 'cfh-r11-w0-1']) await made(mock, name)
    const journal = journalOf(tenant)
    journal.creating('client', 'cfh-r1-w0-1')

    const census = await countAfter(tenant)

    expect(census).toMatchObject({
      run: 'r1',
      before: { client: { ours: 0, others: 2 } },
      after: { client: { ours: 0, others: 4 }, directory: { ours: 0, others: 0 } },
      removed: ['client cfh-r1-w0-1'],
      leftBehind: [],
      unseen: [],
    })
    expect(await everythingOn(mock)).not.toContain('oauth2-clients cfh-r1-w0-1')
    expect(JSON.parse(readFileSync(join(info.outputPath('r'), 'census.json'), 'utf8'))).toEqual(census)
  })
})

test('a run is counted in less than 50 ms on the mock, and once', async ({}, info) => {
  await withMock({}, async mock => {
    // Whatever else the machine is doing: the quickest of a few tells what the counting takes.
    const taken: (readonly [before: number, after: number])[] = []
    for (let turn = 0; turn < 6; turn++) {
      const tenant = tenantOn(mock, info.outputPath(`r${turn}`), `r${turn}`)
      const begun = performance.now()
      await countBefore(tenant)
      const between = performance.now()
      await countAfter(tenant)
      taken.push([between - begun, performance.now() - between])
    }

    expect(Math.min(...taken.map(([before]) => before)), 'before, in milliseconds').toBeLessThan(50)
    expect(Math.min(...taken.map(([, after]) => after)), 'after, in milliseconds').toBeLessThan(50)
    const again = countAfter(tenantOn({ ...mock, baseUrl: 'http://127.0.0.1:9' }, info.outputPath('r0'), 'r0'))
    expect((await again)?.after, 'the count there is, nobody is asked').toBeDefined()
  })
})

test('a run that only reads counts nothing, and one that never came to a check asks nothing at its end', async ({}, info) => {
  let asked = 0
  const { port, close } = await serveWeb((_, response) => {
    asked++
    response.end()
  })
  const settings = { TENANT_BASE_URL: `http://localhost:${port}`, TENANT_CLIENT_ID: 'a', TENANT_CLIENT_SECRET: 'b' }
  const tenant = tenantOf(configurationOf({ ...settings, RESULTS_DIR: info.outputPath('r') }))

  await countBefore(tenant)
  expect(await countAfter(tenant)).toBeUndefined()
  expect(await countAfter({ ...tenant, writes: true })).toBeUndefined()
  await close()

  expect(asked).toBe(0)
})

test('a run that leaves something behind says so loudly', async ({}, info) => {
  const served = await serve({ defect: undeletable })
  const folder = info.outputPath('r')

  const { status, said, found } = await conformance(folder, settingsFor(served), ['suites/token', '--grep', 'TOK-005'])
  const left = await everythingOn(served)
  await served.close()

  expect(status, said).toBe(2)
  expect(found?.verdict).toBe('inconclusive')
  expect(found?.reason).toMatch(/^\d+ things of this run are left on the tenant$/)
  expect(found?.leftBehind?.length).toBe(left.length - 1)
  expect(found?.leftBehind?.[0]).toMatchObject({ kind: 'client', reason: 'it is still there after its deletion' })
  expect(said).toMatch(/LEFT BEHIND {2}client cfh-\S+: it is still there after its deletion/)
  expect(said).toContain('npm run sweep tries again')
})

test('an area that is to be left alone is skipped with the reason; its checks that change nothing are made', async ({}, info) => {
  const { status, said, found } = await conformance(info.outputPath('r'), { TENANT_SKIP_AREAS: 'rev,ROT' }, [
    'suites/revocation',
    'suites/token/issuing.spec.ts',
    '--grep-invert',
    '@fuzz',
  ])

  const verdicts = new Map(found?.requirements.map(({ id, verdict }) => [id, verdict]))
  const reasons = found?.requirements.flatMap(({ id, checks }) =>
    id.startsWith('REV') ? checks.filter(each => each.status === 'skipped').map(each => each.message) : [],
  )
  expect(status, said).toBe(0)
  expect(verdicts.get('TOK-001')).toBe('pass')
  expect(new Set(reasons)).toEqual(new Set(['changes the tenant: TENANT_SKIP_AREAS names REV']))
})
