import { createKeys } from '../../mock/keys'
import { gatherChecks } from '../gathered-checks'
import { walletOf } from './certificates'
import { runScenario } from './run-scenario'
import type { Scenario } from './scenarios'
import { files, selectionOf } from './selection'

// A process of selftest/faults.ts: goes one bad road after the other, as its parent tells it.

const checks = selectionOf(gatherChecks(files))
const keys = createKeys()

const main = async (): Promise<void> => {
  const wallet = await walletOf()
  process.once('exit', wallet.discard)
  process.on('message', (scenario: Scenario) => {
    void runScenario(scenario, checks, wallet, keys).then(outcome => process.send?.(outcome))
  })
  process.send?.('ready')
}

void main()
