import { createKeys } from '../../mock/keys'
import { gatherChecks } from '../gathered-checks'
import { walletOf } from './certificates'
import { runScenario } from './run-scenario'
import type { Scenario } from './scenarios'
import { files, selectionOf } from './selection'

// A process of selftest/faults.ts: goes one bad road after the other, as its parent tells it.

const [wallet, gathered] = await Promise.all([walletOf(), gatherChecks(files)])
const checks = selectionOf(gathered)
const keys = createKeys()
process.once('exit', wallet.discard)

process.on('message', (scenario: Scenario) => {
  void runScenario(scenario, checks, wallet, keys).then(outcome => process.send?.(outcome))
})
process.send?.('ready')
