import { lookup } from 'node:dns/promises'
import { expect, readDiscovery, test, verifies, type Tenant } from '../../harness'

const isAddress = (name: string) => /^[\d.]+$|^\[/.test(name)

/** The name with one letter of its first label replaced. */
const misspelt = (name: string) => `${name.startsWith('a') ? 'b' : 'a'}${name.slice(1)}`

const parent = (name: string) => name.split('.').slice(1).join('.')

const notOurs = ({ fqdn, hostAliases }: Tenant, names: readonly string[]) =>
  names.filter(name => name !== '' && name !== fqdn && !hostAliases.includes(name))

test.describe('a Host that looks like the tenant', () => {
  test(...verifies('HOST-006'), async ({ probe, tenant }) => {
    const { fqdn } = tenant
    test.skip(isAddress(fqdn), 'the base URL has an address for a host: nothing looks like it')
    const names = [`${fqdn}.evil.example`, `evil${fqdn}`, `x.${fqdn}`, `${fqdn}evil`, parent(fqdn), misspelt(fqdn)]
    expect(await probe(readDiscovery())).toHaveStatus(200)

    for (const host of notOurs(tenant, names)) expect(await probe({ ...readDiscovery(), host })).toBeNoResponse()
  })

  test(...verifies('HOST-007'), async ({ probe, tenant }) => {
    const { address } = await lookup(tenant.fqdn.replace(/^\[|\]$/g, ''))
    const names = ['127.0.0.1', '[::1]', 'localhost', address.includes(':') ? `[${address}]` : address]
    expect(await probe(readDiscovery())).toHaveStatus(200)

    for (const host of notOurs(tenant, [...new Set(names)]))
      expect(await probe({ ...readDiscovery(), host })).toBeNoResponse()
  })
})
