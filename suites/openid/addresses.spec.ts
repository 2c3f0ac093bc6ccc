import { choice, expect, note, oddity, test, verifies, type Tenant } from '../../harness'
import { discovered, isOurs } from './advertised'

/** Addresses that programs ask. Those of policies are for people and may be anywhere. */
const isEndpoint = (name: string) => /(_endpoint|_uri)$/.test(name) && !name.startsWith('op_')

/** Over plain HTTP, which only a mock on this machine speaks, `https` cannot be right: the scheme is not judged there. */
const schemeOf = ({ tls }: Tenant) => {
  if (!tls) note('measured', 'this run speaks plain HTTP, so that addresses begin with https is not judged')
  return tls ? '^https://' : '^https?://'
}

test.describe('addresses in discovery', () => {
  test(...verifies('OIDC-002'), async ({ send, tenant }) => {
    const issuer = String((await discovered(send)).at('/issuer'))
    const scheme = schemeOf(tenant)

    const [, host = '', rest = ''] = /^https?:\/\/([^/?#]*)(.*)$/.exec(issuer) ?? []
    const own = tenant.tls ? host.replace(/:443$/, '') : host
    const aliases = tenant.hostAliases.flatMap(name => [name, `${name}:${tenant.port}`])

    if (own !== host) oddity('issuer names port 443, which is the port without being named')
    if (aliases.includes(own)) choice('A-48', 'the host of the issuer is', `the alias ${own}`)
    expect(issuer, 'issuer').toMatch(new RegExp(scheme))
    expect(own, 'the host of issuer').toBeOneOf(tenant.authority, ...aliases)
    expect(rest.replace(/\/$/, ''), 'what follows the host of issuer').toBe('/acs')
  })

  test(...verifies('OIDC-003'), async ({ send, tenant }) => {
    const document = (await discovered(send)).json() as Readonly<Record<string, unknown>>
    const endpoints = Object.entries(document).filter(([name, value]) => isEndpoint(name) && value !== null)
    const absolute = new RegExp(`${schemeOf(tenant)}[^/?#]+`)

    expect(endpoints, 'the endpoints of the discovery document').toBePresent()
    for (const [name, value] of endpoints) {
      expect(value, name).toMatch(absolute)
      expect(URL.canParse(String(value)), name).toHold('an address that can be parsed', JSON.stringify(value))
      if (!isOurs(new URL(String(value)), tenant)) oddity(`${name} is on another host than the tenant`)
    }
  })
})
