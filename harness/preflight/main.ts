import { ConfigurationError, configurationOf, loadEnvironment } from '../configuration'
import { endWith } from '../end-with'
import { tenantOf } from '../tenant'
import { writeFacts } from './facts'
import { inLines } from './in-lines'
import { examine } from './preflight'

// `npm run preflight`: finds out whether a run against the tenant can begin, and ends with 0 if so, else with 2.

const main = async (): Promise<0 | 2> => {
  try {
    loadEnvironment()
    const configuration = configurationOf(process.env)
    if (configuration.baseUrl === undefined)
      throw new ConfigurationError('TENANT_BASE_URL', 'is not set', 'The mock needs no preflight: put a tenant there.')
    const tenant = tenantOf(configuration)
    const facts = await examine(tenant)
    writeFacts(tenant.resultsDir, facts)
    process.stdout.write(inLines(facts.steps))
    if (facts.problem) process.stderr.write(`The run cannot begin: ${facts.problem.message}\n`)
    else process.stdout.write(`A run against ${tenant.baseUrl} can begin.\n`)
    return facts.problem ? 2 : 0
  } catch (error) {
    if (!(error instanceof ConfigurationError)) throw error
    process.stderr.write(`The run cannot begin: ${error.message}\n`)
    return 2
  }
}

endWith(main())
