import { connectTo, type Connection, type Options } from './connection'
import { paceOf } from './pace/pace-of'
import type { Tenant } from './tenant'

/** The road to a tenant: connections as its settings say, at the pace of the run. */
export const roadTo = (tenant: Tenant, options: Pick<Options, 'connections' | 'patience'> = {}): Connection =>
  connectTo(tenant.baseUrl, {
    caFile: tenant.caFile,
    proxy: tenant.proxy,
    pace: paceOf(tenant),
    ...(tenant.patience !== undefined && { patience: tenant.patience }),
    ...options,
  })
