import type { Client, Given, Request } from '../../harness'
import { callback } from './login'

/** Both ways to ask for a logout. */
export const ways = ['GET', 'POST'] as const

/** Where the client wants its users after a logout. Nobody is there: a redirect is read, never followed. */
export const goodbye = 'https://app.example/goodbye'

/** A logout request: the parameters in the query, or in a form. */
export const logoutBy = (way: (typeof ways)[number], parameters: Readonly<Record<string, string>>): Request =>
  way === 'GET'
    ? { line: 'GET /acs/openid/logout', query: parameters }
    : { line: 'POST /acs/openid/logout', form: parameters }

/** A client that registered where its users go after a logout. */
export const leavingClient = (given: Given): Promise<Client> =>
  given.client({
    grant_types: ['authorization_code', 'client_credentials'],
    redirect_uris: [callback],
    post_logout_redirect_uris: [goodbye],
    scope: ['openid', 'profile'],
    rule_set_names: undefined,
  })
