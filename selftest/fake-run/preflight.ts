import { test } from '@playwright/test'

test('the tenant answers', () => {
  if (process.env.FAKE_TROUBLE === 'preflight')
    throw new Error(
      'The tenant refuses the credentials (401).\nSet TENANT_CLIENT_ID and TENANT_CLIENT_SECRET to a client that exists.',
    )
})
