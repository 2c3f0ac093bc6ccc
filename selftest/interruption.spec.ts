import { createServer, type Socket } from 'node:net'
import type { AddressInfo } from 'node:net'
import { connect } from 'node:net'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { serve, type Served } from '../mock/serve'
import { clientsOf } from './clients-of'
import { begin, journaled } from './conformance-process'
import { verdictIn } from './conformance-run'
import { settingsFor } from './sigkill/kill-at'

test.setTimeout(120_000)

const settingsOf = (served: Served, baseUrl: string, folder: string) => ({
  ...settingsFor(served, folder),
  TENANT_BASE_URL: baseUrl,
})

const some = ['harness/conformance.ts', 'suites/token', 'suites/rotation', 'suites/revocation']

/** A tenant that can be made to answer nothing any more, as one behind a broken load balancer. */
const stallable = async (served: Served) => {
  let isStalled = false
  const open = new Set<Socket>()
  const server = createServer(near => {
    const far = connect(Number(new URL(served.baseUrl).port), '127.0.0.1')
    for (const socket of [near, far]) {
      open.add(socket.on('error', () => socket.destroy()))
      socket.on('close', () => [near, far].forEach(each => each.destroy()))
    }
    near.on('data', chunk => isStalled || far.write(chunk))
    far.on('data', chunk => isStalled || near.write(chunk))
  })
  await new Promise<void>(resolve => server.listen(0, '127.0.0.1', resolve))
  return {
    baseUrl: `http://localhost:${(server.address() as AddressInfo).port}`,
    stall: () => void (isStalled = true),
    close: () =>
      new Promise<void>(resolve => {
        server.close(() => resolve())
        for (const socket of open) socket.destroy()
      }),
  }
}

for (const signal of ['SIGINT', 'SIGTERM'] as const)
  test(`${signal} ends a run within 10 s, which clears up and reports what it did`, async ({}, info) => {
    const served = await serve()
    const folder = info.outputPath('r')
    const run = begin(some, settingsOf(served, served.baseUrl, folder))
    await journaled(folder, 40, run)

    const asked = performance.now()
    run.child.kill(signal)
    const status = await run.ended
    const milliseconds = performance.now() - asked
    const after = await clientsOf(served)
    await served.close()

    expect(status, run.said()).toBe(2)
    expect(milliseconds).toBeLessThan(10_000)
    expect(after).toEqual([served.client.id])
    expect(verdictIn(folder)).toMatchObject({ verdict: 'inconclusive', ended: 'interrupted', leftBehind: [] })
    expect(verdictIn(folder)?.counts.pass).toBeGreaterThan(0)
    for (const name of ['plan.json', 'allure-results', 'census.json'])
      expect(existsSync(join(folder, name)), name).toBe(true)
  })

test('where the tenant does not answer any more, Ctrl-C ends the run all the same', async ({}, info) => {
  const served = await serve()
  const proxy = await stallable(served)
  const folder = info.outputPath('r')
  const run = begin(some, settingsOf(served, proxy.baseUrl, folder))
  await journaled(folder, 40, run)
  proxy.stall()

  const asked = performance.now()
  run.child.kill('SIGINT')
  const status = await run.ended
  const milliseconds = performance.now() - asked
  await proxy.close()
  await served.close()

  expect(status, run.said()).toBe(2)
  expect(milliseconds).toBeLessThan(10_000)
  expect(verdictIn(folder)).toMatchObject({ verdict: 'inconclusive', ended: 'interrupted' })
  expect(run.said()).toContain('npm run sweep')
})
