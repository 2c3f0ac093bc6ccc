import { expect, test } from '@playwright/test'
import { serve } from '../mock/serve'
import { killAt } from './sigkill/kill-at'
import { moments } from './sigkill/moments'

test.setTimeout(180_000)

// The short version of `npm run test:kill`.

test('after a run was killed, a sweep leaves the tenant as it was', async ({}, info) => {
  const served = await serve()
  const fates = []
  for (const [index, moment] of [20, 80, 160].entries())
    fates.push(await killAt(served, info.outputPath(String(index)), moment))
  await served.close()

  for (const { status, said, isAsBefore, orphans } of fates) {
    expect(isAsBefore, said).toBe(true)
    expect(status, said).toBe(0)
    expect(orphans).toBeGreaterThan(0)
  }
})

test('the moments follow from a seed and lie all over a run', () => {
  const some = moments(1, 200)

  expect(moments(1, 200)).toEqual(some)
  expect(moments(2, 200)).not.toEqual(some)
  expect(Math.min(...some)).toBeLessThan(20)
  expect(Math.max(...some)).toBeGreaterThan(250)
})
