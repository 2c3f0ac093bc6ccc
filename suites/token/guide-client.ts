import type { Credentials, Tenant } from '../../harness'

/** The client of step 1 of the guide, which the run was given: it only ever asks for tokens. */
export const guideClient = ({ client: { id, secret } }: Tenant): Credentials => ({ client_id: id, secret })
