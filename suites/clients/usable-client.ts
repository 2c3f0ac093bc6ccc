import { expect, readClient, tokenRequest, type Reply, type Send } from '../../harness'
import { credentialsIn } from './credentials-in'

/** Judges that a creation worked: the client has the name it was given, can be read by it and gets tokens. */
export const expectUsableClient = async (
  reply: Reply,
  members: Readonly<Record<string, unknown>>,
  { send, admin }: { readonly send: Send; readonly admin: string },
): Promise<void> => {
  const { client_id } = members
  expect(reply).toHaveStatus(201)
  expect(reply.at('/client_id'), 'client_id').toBe(client_id)
  const read = await send(readClient(admin, String(client_id)))
  expect(read).toHaveStatus(200)
  expect(read.at('/client_id'), 'client_id').toBe(client_id)
  expect(await send(tokenRequest(credentialsIn(members)))).toHaveStatus(200)
}
