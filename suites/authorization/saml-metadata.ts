import { test, type Line, type OperationId, type Send } from '../../harness'
import type { Call } from './calls'

const metadata = '/federation/broker/saml-sp-metadata'

const operations: readonly (readonly [operation: OperationId, line: Line])[] = [
  ['getSamlServiceProviderMetadataDetails', `GET ${metadata}/details`],
  ['getSamlServiceProviderMetadataXml', `GET ${metadata}/xml`],
  ['getSamlServiceProviderMetadataDownload', `GET ${metadata}/download-xml`],
]

/**
 * The operations that show how the tenant introduces itself to SAML identity providers. A tenant on which TENANT_ADMIN
 * finds none of this ends the check as skipped: whether it has to is no question of rights.
 */
export const samlMetadata = async (send: Send, admin: string): Promise<readonly Call[]> => {
  const calls = operations.map(([operation, line]): Call => {
    return { operation, as: bearer => ({ line, bearer }), success: 200 }
  })
  for (const { operation, as } of calls) {
    const { status } = await send(as(admin))
    test.skip(status !== 200, `${operation} is answered ${status} even to TENANT_ADMIN`)
  }
  return calls
}
