import type { Credentials } from '../../harness'

/** The credentials in the members a client is created with. */
export const credentialsIn = ({ client_id, secret }: Readonly<Record<string, unknown>>): Credentials => ({
  client_id: String(client_id),
  secret: String(secret),
})
