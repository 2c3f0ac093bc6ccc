import { cannotTell, tokenRequest, type Given, type Reply, type Request, type Send } from '../../harness'
import { basicOf } from './basic-header'
import { bogus } from './bogus'

/** Text that breaks an error description into which it is copied (RFC 6749 5.2). */
const nasty = 'say "no"\\\r\nÄ'

/** Requests for tokens with one slip each: one per kind of error that a client can provoke. */
const provocations = async (given: Given): Promise<readonly (readonly [slip: string, request: Request])[]> => {
  const client = await given.client()
  const good = tokenRequest(client)
  const { line, form = {} } = good
  return [
    ['a wrong secret', { ...good, basic: [client.client_id, 'not-the-secret'] }],
    ['an unknown client', { ...good, basic: [given.name(), 'not-the-secret'] }],
    ['a client_id of odd characters', { ...good, basic: [nasty, 'not-the-secret'] }],
    ['no credentials', { line, form }],
    ['a broken Authorization', { line, form, headers: { authorization: basicOf('no-colon') } }],
    ['no grant_type', { ...good, form: {} }],
    ['an empty grant_type', { ...good, form: { grant_type: '' } }],
    ['an unknown grant_type', { ...good, form: { grant_type: 'foo' } }],
    ['a grant_type of odd characters', { ...good, form: { grant_type: nasty } }],
    ['a grant the client does not have', { ...good, form: bogus.authorization_code }],
  ]
}

/** Statuses that are answered in front of the tenant: their bodies are nobody's promise. */
const fromTheGateway = [413, 414, 421, 429, 431]

const isProvoked = ({ status }: Reply) => status >= 400 && status < 500 && !fromTheGateway.includes(status)

/** Provokes the errors of the token endpoint and gives those that came; what was accepted is judged elsewhere. */
export const provoked = async (given: Given, send: Send): Promise<readonly (readonly [slip: string, Reply])[]> => {
  const errors: (readonly [string, Reply])[] = []
  for (const [slip, request] of await provocations(given)) {
    const reply = await send(request)
    if (isProvoked(reply)) errors.push([slip, reply])
  }
  return errors.length > 0 ? errors : cannotTell('no error could be provoked')
}
