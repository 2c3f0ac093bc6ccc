import { expect, readDiscovery, test, verifies } from '../../harness'

const foreign = 'evil.example'
const claims = ['X-Forwarded-Host', 'X-Host', 'X-Original-Host', 'X-Forwarded-Server'] as const

const claiming = (host: string) =>
  Object.fromEntries([...claims.map(name => [name, host] as const), ['Forwarded', `host=${host}`] as const])

test.describe('a Host claimed by forwarding headers', () => {
  test(...verifies('HOST-012', 'a foreign name beside the right Host'), async ({ probe }) => {
    expect(await probe(readDiscovery())).toHaveStatus(200)

    const reply = await probe({ ...readDiscovery(), headers: claiming(foreign) })

    expect(reply).toHaveStatus(200)
    expect(reply.text.includes(foreign), 'a foreign name in the addresses of the tenant').toBe(false)
  })

  test(...verifies('HOST-012', 'the right name beside a foreign Host'), async ({ probe, tenant }) => {
    expect(await probe(readDiscovery())).toHaveStatus(200)

    expect(await probe({ ...readDiscovery(), host: foreign, headers: claiming(tenant.fqdn) })).toBeNoResponse()
  })
})
