import { parseArgs } from 'node:util'
import { ConfigurationError, configurationOf, loadEnvironment } from '../configuration'
import { endWith } from '../end-with'
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
// 2: the tenant could not be asked, or a setting is wrong. With `--all` also what belongs to runs that may be under way,
// with `--over MARK` also what belongs to one run (and its shards) that is known to be over.

type Scope = NonNullable<Parameters<typeof sweep>[2]>

const isMark = (text: string): boolean => /^[0-9a-z]{4,}$/i.test(text)

const usage = 'usage: npm run sweep -- [--all] [--over MARK]'

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

const run = async (scope: Scope): Promise<number> => {
  const tenant = tenantToSweep()
  learn(tenant.client.secret, 'secret', { from: 'environment', variable: 'TENANT_CLIENT_SECRET' })
  speak((await preflight(tenant)).generation ?? spoken())
  const asking = askingAt(tenant)
  try {
    const swept = await sweep(tenant, asking, scope)
    process.stdout.write(`${mask(told(swept).join('\n'))}\n`)
    return sweepStatus(swept)
  } finally {
    await asking.close()
  }
}

const scopeIn = (words: readonly string[]): Scope | undefined => {
  try {
    const { values } = parseArgs({ args: [...words], options: { all: { type: 'boolean' }, over: { type: 'string' } } })
    return values.over === undefined || isMark(values.over) ? values : undefined
  } catch {
    return undefined
  }
}

const main = async (words: readonly string[]): Promise<number> => {
  const scope = scopeIn(words)
  if (!scope) {
    process.stderr.write(`${usage}\n`)
    return 2
  }
  try {
    return await run(scope)
  } catch (error) {
    if (!(error instanceof ConfigurationError || error instanceof PreflightProblem || error instanceof Trouble))
      throw error
    process.stderr.write(`Nothing was swept: ${mask(error.message)}\n`)
    return 2
  }
}

endWith(main(process.argv.slice(2)))
