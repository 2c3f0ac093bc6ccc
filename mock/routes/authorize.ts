import { freshId } from '../chance'
import type { Client } from '../client'
import { findClient } from '../client-lookup'
import type { Laws } from '../laws'
import type { Refusal } from '../laws/token-form'
import { refused, route } from '../route'
import type { Wire } from '../wire'

const onTheSpot = ({ error, description }: Refusal): Wire => refused(400, error, description)

const back = (redirect: string, parameters: Readonly<Record<string, string>>): Wire => ({
  status: 302,
  headers: {
    location: `${redirect}${redirect.includes('?') ? '&' : '?'}${new URLSearchParams(parameters).toString()}`,
  },
})

type Parameter = (name: string) => string | undefined

/** What a client whose redirect URI is good did wrong otherwise. */
const slip = (law: Laws['authorize'], client: Client, parameter: Parameter): Refusal | undefined => {
  if (!law.grantFits(client))
    return { error: 'unauthorized_client', description: 'The client is not registered for this grant type.' }
  if (!law.challengeFits(parameter('code_challenge'), parameter('code_challenge_method')))
    return { error: 'invalid_request', description: 'The code_challenge_method must be S256.' }
  return (
    law.nonceRefusal(parameter('nonce'), law.limits.nonce) ??
    law.scopeRefusal(client.scope, (parameter('scope') ?? '').split(' ').filter(Boolean))
  )
}

const loginPage: Wire = {
  status: 200,
  headers: {
    'content-type': 'text/html;charset=UTF-8',
    'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
    'x-frame-options': 'DENY',
  },
  body: '<!doctype html><html lang="en"><title>Sign in</title><h1>Sign in</h1><p>This tenant has no users.</p></html>',
}

/** The start of a login. It ends here: nobody can log in, so no code is ever issued. */
const begin = route('GET /acs/authorize', { dialect: 'oauth', reads: 'nothing' }, exchange => {
  const { laws, request } = exchange
  const law = laws.authorize
  const parameter: Parameter = name => request.query.get(name) || undefined

  const repeated = law.repetition(request.query)
  if (repeated) return onTheSpot(repeated)

  const client = findClient(exchange, parameter('client_id') ?? '')
  const redirect = parameter('redirect_uri')
  const state = parameter('state')
  const tell = (refusal: Refusal, isTrusted: boolean): Wire => {
    const address = law.tellsAt(redirect, isTrusted, refusal.error)
    return address === undefined ? onTheSpot(refusal) : back(address, law.told(refusal, state))
  }

  const matches = client?.redirect_uris?.some(known => law.redirectMatches(known, redirect ?? '')) ?? false
  const refusal = law.refusalOnTheSpot(client, redirect, matches, law.limits.redirect_uri)
  if (refusal) return tell(refusal, false)
  const unstated = law.stateRefusal(state, law.limits.state)
  if (unstated) return onTheSpot(unstated)

  const wrong = law.typeRefusal(parameter('response_type')) ?? slip(law, client as Client, parameter)
  if (wrong) return tell(wrong, true)
  if (law.isLoggedIn()) return back(redirect ?? '', { code: freshId(), ...(state !== undefined && { state }) })
  const unasked = law.promptRefusal(parameter('prompt'))
  return unasked ? tell(unasked, true) : loginPage
})

export const authorize = [begin] as const
