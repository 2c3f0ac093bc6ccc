import { expect } from '@playwright/test'
import { clientsPath, test } from './mock-tenant'
import type { Mock } from './mock-tenant'

const of = ({ call, grant }: Mock, id: string) => ({
  start: async (body?: unknown) => (await call(`POST ${clientsPath}/${id}?action=start-rotate-secret`, body)).status,
  retire: async (body?: unknown) => (await call(`POST ${clientsPath}/${id}?action=retire-primary-secret`, body)).status,
  act: async (query: string) => (await call(`POST ${clientsPath}/${id}${query}`, { secondary_secret: 'x' })).status,
  works: async (secret: string) => (await grant(id, secret)).status === 200,
  shown: async () => (await call(`GET ${clientsPath}/${id}`)).body,
})

test('two secrets work while a rotation runs, the second alone afterwards', async ({ mock }) => {
  const id = await mock.made()
  const { start, retire, works, shown } = of(mock, id)
  const old = `${id}-secret`

  expect(await retire()).toBe(400)
  expect(await start({ secondary_secret: 'second', primary_secret_auto_retire_duration: 60 })).toBe(204)
  expect([await works(old), await works('second')]).toEqual([true, true])
  const { rotate_secret, primary_secret_auto_retires_at: at } = await shown()
  expect(rotate_secret).toBe(true)
  expect(Math.abs(Number(at) - Date.now() / 1000 - 3600)).toBeLessThan(10)
  expect(await start({ secondary_secret: 'third' })).toBe(400)
  expect(await works('third')).toBe(false)
  expect(JSON.stringify(await shown())).not.toContain('second_')

  expect(await retire({ secondary_secret: 'ignored' })).toBe(204)
  expect([await works(old), await works('second'), await works('ignored')]).toEqual([false, true, false])
  expect(await shown()).toMatchObject({ rotate_secret: false })
  expect(await shown()).not.toHaveProperty('primary_secret_auto_retires_at')
  expect([await retire(), await start({ secondary_secret: 'fourth' })]).toEqual([400, 204])
})

test('a rotation ends by itself when its time has come', async ({ mock }) => {
  const id = await mock.made()
  const { start, works, shown } = of(mock, id)

  await start({ secondary_secret: 'second', primary_secret_auto_retire_duration: 1 })
  await mock.advance(id, 59)
  expect(await works(`${id}-secret`)).toBe(true)
  await mock.advance(id, 2)
  expect([await works(`${id}-secret`), await works('second')]).toEqual([false, true])
  expect(await shown()).toMatchObject({ rotate_secret: false })
})

for (const [body, status] of [
  [undefined, 400],
  [{}, 400],
  [{ secondary_secret: '' }, 400],
  [{ secondary_secret: null }, 400],
  [{ secondary_secret: 'x'.repeat(4097) }, 400],
  [{ secondary_secret: 'x'.repeat(4096) }, 204],
  ...([-1, 10_081, 1.5, 'x', null] as const).map(
    duration => [{ secondary_secret: 's', primary_secret_auto_retire_duration: duration }, 400] as const,
  ),
  ...([0, 1, 10_080] as const).map(
    duration => [{ secondary_secret: 's', primary_secret_auto_retire_duration: duration }, 204] as const,
  ),
] as const)
  test(`a start with ${JSON.stringify(body)?.slice(0, 90)} is answered ${status}`, async ({ mock }) => {
    const id = await mock.made()
    const { start, works } = of(mock, id)

    expect(await start(body)).toBe(status)
    expect(await works('')).toBe(false)
  })

for (const query of [
  '',
  '?action=',
  '?action=foo',
  '?action=START-ROTATE-SECRET',
  '?action=start-rotate-secret&action=start-rotate-secret',
])
  test(`"${query}" starts nothing`, async ({ mock }) => {
    const id = await mock.made()
    const { act, shown } = of(mock, id)

    expect(await act(query)).toBe(400)
    expect(await shown()).toMatchObject({ rotate_secret: false })
  })

test('of two starts at once one wins, and nobody’s secret rotates where there is nobody', async ({ mock }) => {
  const id = await mock.made()
  const { start, works } = of(mock, id)
  const statuses = await Promise.all([start({ secondary_secret: 's2' }), start({ secondary_secret: 's3' })])

  expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 400])
  expect([await works('s2'), await works('s3')].filter(Boolean)).toHaveLength(1)
  expect(await of(mock, 'nobody').start({ secondary_secret: 's' })).toBe(404)
})
