import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { endWith } from '../harness/end-with'
import { serve } from '../mock/serve'
import { killAt } from './sigkill/kill-at'
import { moments } from './sigkill/moments'

// `npm run test:kill -- [SEED]`: kills a writing run at 20 moments, the whole tree of its processes, and sweeps after
// each. The tenant has to look as before, 20 times out of 20.

const main = async (): Promise<number> => {
  const count = 20
  const seed = Number(process.argv[2] ?? Date.now() % 100_000)
  const served = await serve()
  const folder = mkdtempSync(join(tmpdir(), 'kill-'))

  process.stdout.write(`seed ${seed}\n`)
  let [good, orphans] = [0, 0]
  for (const [index, moment] of moments(seed, count).entries()) {
    const killed = await killAt(served, join(folder, String(index)), moment)
    orphans += killed.orphans
    if (killed.isAsBefore && killed.status === 0) good += 1
    const fate = killed.isAsBefore ? 'as before' : 'NOT AS BEFORE'
    process.stdout.write(
      `killed after ${moment} lines: ${killed.orphans} things left, swept (${killed.status}), ${fate}\n`,
    )
    if (!killed.isAsBefore || killed.status !== 0) process.stdout.write(killed.said)
  }
  await served.close()
  rmSync(folder, { recursive: true, force: true })
  process.stdout.write(`as before ${good} of ${count}; ${orphans} things were swept\n`)
  return good === count && orphans > 0 ? 0 : 1
}

endWith(main())
