import { test } from '@playwright/test'
import { configurationOf } from '../configuration'
import { handOver } from '../secret-scan/hand-over'
import { tenantOf } from '../tenant'
import { writeFacts } from './facts'
import { examine } from './preflight'
import { PreflightProblem } from './problem'

const labels = { annotation: [{ type: 'allure.label.epic', description: 'Preflight' }] }

test('the tenant can be asked', labels, async () => {
  const tenant = tenantOf(configurationOf(process.env))
  const facts = await examine(tenant).finally(() => handOver(tenant))
  writeFacts(tenant.resultsDir, facts)
  if (facts.problem) throw new PreflightProblem(facts.problem.setting, facts.problem.message)
})
