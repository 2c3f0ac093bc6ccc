import { expect, test } from '@playwright/test'
import { configurationOf } from '../harness/configuration'
import { reasonToLeaveAlone } from '../harness/left-alone'
import { beganAt, namesOf, runMark, runOf } from '../harness/run-mark'

const credentials = { TENANT_CLIENT_ID: 'an-id', TENANT_CLIENT_SECRET: 'hush-hush-4711' }
const settingsFor = (host: string, more: Readonly<Record<string, string>> = {}) =>
  configurationOf({ ...credentials, TENANT_BASE_URL: `https://${host}`, ...more })

const forTests = [
  'acme-staging.workspaceoneaccess.com', 'staging.acme.com', 'acme.test', 'test-acme.example.com', 'acme.dev.example.com',
  'uat1.acme.com', 'acme-qa2.example.com', 'sandbox.acme.com', 'acme.vidmpreview.com', 'lab.acme.com', 'localhost:8443',
  '127.0.0.1:8443',
] // prettier-ignore

const forPeople = [
  'acme.workspaceoneaccess.com', 'contest.example.com', 'latest.example.com', 'devices.acme.com', 'labor.example.com',
  'attestation.acme.com', '10.0.0.7',
] // prettier-ignore

for (const host of forTests)
  test(`TENANT_WRITES=allow is enough for ${host}`, () => {
    expect(settingsFor(host, { TENANT_WRITES: 'allow' }).writes).toBe(true)
  })

for (const host of forPeople)
  test(`TENANT_WRITES has to name ${host}`, () => {
    expect(() => settingsFor(host, { TENANT_WRITES: 'allow' })).toThrow(
      `TENANT_WRITES is "allow", but ${host} looks like a tenant that people work with. Put ${host} there`,
    )
    expect(settingsFor(host, { TENANT_WRITES: host.toUpperCase() }).writes).toBe(true)
    expect(settingsFor(host).writes).toBe(false)
    expect(() => settingsFor(host, { TENANT_WRITES: 'acme-staging.example.com' })).toThrow(
      /TENANT_WRITES is "acme-staging.example.com"\. Put allow there, or /,
    )
  })

test('a guest keeps to a ceiling on a tenant, and on the mock only where one is set', () => {
  expect(settingsFor('acme.test')).toMatchObject({ maxObjects: 50 })
  expect(settingsFor('acme.test').maxRequests).toBeUndefined()
  expect(settingsFor('acme.test', { TENANT_MAX_OBJECTS: '7', TENANT_MAX_REQUESTS: '900' })).toMatchObject({
    maxObjects: 7,
    maxRequests: 900,
  })
  expect(configurationOf({}).maxObjects).toBeUndefined()
  expect(() => settingsFor('acme.test', { TENANT_MAX_OBJECTS: '0' })).toThrow(/TENANT_MAX_OBJECTS is "0"/)
  expect(() => settingsFor('acme.test', { TENANT_MAX_REQUESTS: 'few' })).toThrow(/TENANT_MAX_REQUESTS is "few"/)
})

test('areas are left alone by their codes', () => {
  const tenant = settingsFor('acme.test', { TENANT_WRITES: 'allow', TENANT_SKIP_AREAS: ' rot, CLI ,' })

  expect(tenant.skippedAreas).toEqual(['ROT', 'CLI'])
  expect(reasonToLeaveAlone(tenant, 'ROT-001')).toBe('changes the tenant: TENANT_SKIP_AREAS names ROT')
  expect(reasonToLeaveAlone(tenant, 'TOK-005')).toBeUndefined()
  expect(reasonToLeaveAlone({ ...tenant, writes: false }, 'TOK-005')).toBe(
    'changes the tenant: set TENANT_WRITES=allow',
  )
  expect(() => settingsFor('acme.test', { TENANT_SKIP_AREAS: 'ROT,XYZ' })).toThrow(
    /TENANT_SKIP_AREAS names "XYZ", which is no area\. Put codes there, separated by commas: E2E, TOK/,
  )
})

test('a mark tells when a run began, and every shard of a run has its own', () => {
  const mark = runMark()

  expect(Math.abs(Date.now() - (beganAt(mark) ?? 0))).toBeLessThan(2_000)
  expect(runOf(`${namesOf(mark)}w0-1`)).toBe(mark)
  expect(['cfh-', 'cfh-x', 'xcfh-a-b'].map(runOf)).toEqual([undefined, undefined, undefined])
  expect([runMark('ci'), runMark('ci', { shard: 1 }), runMark('ci', { shard: 2 })]).toEqual(['ci', 'cis1', 'cis2'])
  expect(['ci', '1795536000', '1795536000s2'].map(beganAt)).toEqual([undefined, undefined, undefined])
  for (const part of [{ shard: 2 }, { lane: 'slow' }, { lane: 'checks', shard: 12 }])
    expect(beganAt(runMark(mark, part))).toBe(beganAt(mark))
})
