/** Stands for the start of the mock: the address is known only now, long after the configuration was read. */
const setup = () => {
  if (process.env.FAKE_TROUBLE === 'setup')
    throw new Error(
      'TENANT_BASE_URL is not an address.\nPut the address of the tenant there, such as https://tenant.example.',
    )
  process.env.TENANT_BASE_URL = 'http://user:hidden@127.0.0.1:4711'
  process.env.CONFORMANCE_TARGET_KIND = 'mock'
}

// oxlint-disable-next-line import/no-default-export -- Playwright asks for one
export default setup
