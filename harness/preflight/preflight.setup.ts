import { test } from '@playwright/test'
import { configurationOf } from '../configuration'
import { tenantOf } from '../tenant'
import { writeFacts } from './facts'
import { preflight } from './preflight'

const labels = { annotation: [{ type: 'allure.label.epic', description: 'Preflight' }] }

test('the tenant can be asked', labels, async () => {
  const tenant = tenantOf(configurationOf(process.env))
  writeFacts(tenant.resultsDir, await preflight(tenant))
})
