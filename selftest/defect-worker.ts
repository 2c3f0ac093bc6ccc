import { createKeys } from '../mock/keys'
import { gatherChecks } from './gathered-checks'
import { scoreOf, type Faulty } from './kill-matrix'

// A process of `npm run test:defects -- --all`: lets every check loose on one defect after the other.

const keys = createKeys()
const checks = gatherChecks()

process.on('message', (tenant: Faulty) => void scoreOf(tenant, checks, keys, true).then(score => process.send?.(score)))
process.send?.('ready')
