import type { Client } from '../client'
import { findClient } from '../client-lookup'
import type { Refusal } from '../laws/token-form'
import { refused, route } from '../route'
import type { Wire } from '../wire'

const onTheSpot = ({ error, description }: Refusal): Wire => refused(400, error, description)

const back = (redirect: string, { error, description }: Refusal, state: string | undefined): Wire => {
  const answer = new URLSearchParams({ error, error_description: description, ...(state !== undefined && { state }) })
  return { status: 302, headers: { location: `${redirect}${redirect.includes('?') ? '&' : '?'}${answer.toString()}` } }
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
  const parameter = (name: string): string | undefined => request.query.get(name) || undefined

  const repeated = laws.authorize.repetition(request.query)
  if (repeated) return onTheSpot(repeated)

  const client = findClient(exchange, parameter('client_id') ?? '')
  const redirect = parameter('redirect_uri')
  const state = parameter('state')
  const matches = client?.redirect_uris?.some(known => laws.authorize.redirectMatches(known, redirect ?? '')) ?? false
  const refusal = laws.authorize.refusalOnTheSpot(client, redirect, matches) ?? laws.authorize.stateRefusal(state)
  if (refusal) return onTheSpot(refusal)

  const told =
    laws.authorize.typeRefusal(parameter('response_type')) ??
    laws.authorize.refusalByRedirect(client as Client, parameter)
  return told ? back(redirect ?? '', told, state) : loginPage
})

export const authorize = [begin] as const
