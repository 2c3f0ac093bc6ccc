import { ConfigurationError, configurationOf, loadEnvironment } from '../configuration'
import { preflight, PreflightProblem } from '../preflight/preflight'
import { speak, spoken } from '../media-type'
import { mask } from '../redact'
import { learn } from '../secret-book'
import { tenantOf, type Tenant } from '../tenant'
import { Trouble } from '../trouble'
import { askingAt } from './asking'
import { sweep } from './sweep'
import { sweepStatus, told } from './told'

// `npm run sweep`: removes what earlier runs have left on the tenant. Exit status 0: all gone, 1: something is left,
// 2: the tenant could not be asked, or a setting is wrong. With `--all` also what belongs to runs that may be under way.

const usage = 'usage: npm run sweep -- [--all]'

const tenantToSweep = (): Tenant => {
  loadEnvironment()
  const configuration = configurationOf(process.env)
  if (!configuration.baseUrl)
    throw new ConfigurationError(
      'TENANT_BASE_URL',
      'is not set',
      'Put the address of the tenant to sweep there; the built-in mock forgets everything by itself.',
    )
  if (!configuration.writes)
    throw new ConfigurationError('TENANT_WRITES', 'is not set', 'Put allow there: a sweep removes things.')
  return tenantOf(configuration)
}

const run = async (all: boolean): Promise<number> => {
  const tenant = tenantToSweep()
  learn(tenant.client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
  speak((await preflight(tenant)).generation ?? spoken())
  const asking = askingAt(tenant)
  try {
    const swept = await sweep(tenant, asking, { all })
    process.stdout.write(`${mask(told(swept).join('\n'))}\n`)
    return sweepStatus(swept)
  } finally {
    await asking.close()
  }
}

const main = async (options: readonly string[]): Promise<number> => {
  const isKnown = options.every(option => option === '--all')
  try {
    if (isKnown) return await run(options.includes('--all'))
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof PreflightProblem || error instanceof Trouble))
      throw error
    process.stderr.write(`Nothing was swept: ${mask(error.message)}\n`)
    return 2
  }
  process.stderr.write(`${usage}\n`)
  return 2
}

process.exitCode = await main(process.argv.slice(2))
