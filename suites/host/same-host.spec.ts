import { cannotTell, choice, expect, fateOf, readDiscovery, test, verifies, type Probe } from '../../harness'

/** Asks for discovery with these `Host` lines. */
const ask = (probe: Probe, host: string | readonly string[]) => probe({ ...readDiscovery(), host })

const mixed = (text: string) =>
  text.replaceAll(/[a-z](?=.)/g, (letter, at: number) => (at % 2 ? letter : letter.toUpperCase()))

test.describe('a Host that is the tenant in another spelling', () => {
  for (const [spelling, change] of [
    ['in upper case', (name: string) => name.toUpperCase()],
    ['in mixed case', mixed],
  ] as const)
    test(...verifies('HOST-003', spelling), async ({ probe, tenant }) => {
      expect(await ask(probe, tenant.authority)).toHaveStatus(200)

      expect(await ask(probe, change(tenant.authority))).toHaveStatus(200)
    })

  test(...verifies('HOST-004'), async ({ probe, tenant }) => {
    if ((await ask(probe, tenant.fqdn)).status !== 200) cannotTell('the host name without a port is refused')

    expect(await ask(probe, `${tenant.fqdn}:${tenant.port}`)).toHaveStatus(200)
  })

  test(...verifies('HOST-005'), async ({ probe, tenant }) => {
    expect(await ask(probe, tenant.authority)).toHaveStatus(200)

    for (const port of ['8443', '0', '']) {
      const reply = await ask(probe, `${tenant.fqdn}:${port}`)
      choice('HOST-005', `a Host with port "${port}" is`, fateOf(reply))
      expect(reply.status < 500, `the reply to port "${port}"`).toHold('no server error', String(reply.status))
    }
  })

  test(...verifies('HOST-014'), async ({ probe, tenant }) => {
    expect(await ask(probe, tenant.authority)).toHaveStatus(200)

    const reply = await ask(probe, `${tenant.fqdn}.`)

    choice('HOST-014', 'a trailing dot behind the host name is', fateOf(reply))
    expect(reply.status < 500, 'the reply to a trailing dot').toHold('no server error', String(reply.status))
  })
})
