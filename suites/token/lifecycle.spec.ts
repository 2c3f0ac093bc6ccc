import { test, verifies } from '../../harness'

test.describe('tokens', () => {
  test(
    ...verifies('TOK-010', 'whatever happens to other clients', '@fuzz', '@sequence'),
    async ({ given, forAllSequences }) => {
      await forAllSequences({
        admin: await given.admin(),
        mark: given.name(),
        often: ['ask', 'use', 'use', 'delete'],
      })
    },
  )
})
