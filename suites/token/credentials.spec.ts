import {
  choice,
  expect,
  fateOf,
  oddity,
  readDiscovery,
  test,
  tokenRequest,
  twist,
  verifies,
  type Credentials,
  type Reply,
} from '../../harness'
import { accepted } from './accepted'
import { basicAs } from './basic-header'

const asForm = ({ client_id, secret }: Credentials) => ({ client_id, client_secret: secret })

const isAnnounced = (discovery: Reply, method: string) => {
  const methods = discovery.at('/token_endpoint_auth_methods_supported')
  return !Array.isArray(methods) || methods.includes(method)
}

/** Two clients with lifetimes that tell, from a token reply, which of them got the token. */
const minutes = { header: 7, form: 11 }

const winner = (reply: Reply) => {
  const lifetime = Math.ceil(Number(reply.at('/expires_in')) / 60)
  if (reply.status !== 200) return 'nobody'
  return Object.entries(minutes).find(([, each]) => each === lifetime)?.[0] ?? 'somebody'
}

test.describe('where credentials stand', () => {
  test(...verifies('TOK-016'), async ({ given, send }) => {
    const credentials = await given.credentials()
    const { line, form = {} } = await accepted(send, tokenRequest(credentials))
    const discovery = await send(readDiscovery())

    const reply = await send({ line, form: { ...form, ...asForm(credentials) } })

    choice('TOK-016', 'credentials in the form are', fateOf(reply))
    const tolerated = isAnnounced(discovery, 'client_secret_post') ? [] : [400, 401]
    if (tolerated.includes(reply.status))
      oddity(`credentials in the form get ${reply.status}; discovery lists no client_secret_post either`)
    expect(reply).toHaveStatus(200, ...tolerated)
  })

  test(...verifies('TOK-017', 'a wrong header and a right form'), async ({ given, send }) => {
    const client = await given.client()
    const good = await accepted(send, tokenRequest(client))

    const reply = await send(twist(good, { basic: [client.client_id, 'not-the-secret'], form: asForm(client) }))

    choice('A-11', 'a wrong secret in the header beside the right one in the form is', fateOf(reply))
    expect(reply).toBeRefused(401, undefined, [400])
  })

  test(...verifies('TOK-017', 'one client in the header, another in the form'), async ({ given, send }) => {
    const inHeader = await given.client({ access_token_ttl: minutes.header })
    const inForm = await given.client({ access_token_ttl: minutes.form })
    const good = await accepted(send, tokenRequest(inHeader))

    const reply = await send(twist(good, { form: asForm(inForm) }))

    const fate = fateOf(reply, `answered with a token for the client in the ${winner(reply)}`)
    choice('A-11', 'a request with one client in the header and another in the form is', fate)
    if (reply.status === 401) oddity('right credentials in the header are refused with 401 for others in the form')
    expect(reply).toHaveStatus(200, 400, 401)
    expect(winner(reply), 'the place whose client got the token').toDifferFrom('form')
  })

  for (const scheme of ['basic', 'BASIC'])
    test(...verifies('TOK-023', scheme), async ({ given, send }) => {
      const credentials = await given.credentials()
      const { line, form = {} } = await accepted(send, tokenRequest(credentials))

      const reply = await send({ line, form, headers: { authorization: basicAs(scheme, credentials) } })

      expect(reply).toHaveStatus(200)
    })

  test(...verifies('TOK-034'), async ({ given, send }) => {
    // What stands in a URI lands in access logs: this client may do nothing and its tokens die soon.
    const client = await given.client({ scope: ['user'], rule_set_names: [], access_token_ttl: 1 })
    const { line, form = {} } = await accepted(send, tokenRequest(client))

    expect(await send({ line, form, query: asForm(client) })).toBeRefused([401, 400])
  })
})
