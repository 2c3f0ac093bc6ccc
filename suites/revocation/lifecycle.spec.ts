import { test, verifies } from '../../harness'

test.describe('revocations', () => {
  test(...verifies('REV-002', 'in any order', '@fuzz', '@sequence'), async ({ given, forAllSequences }) => {
    await forAllSequences({
      admin: await given.admin(),
      mark: given.name(),
      often: ['revoke', 'revoke', 'revoke again', 'start', 'start', 'retire', 'patch'],
      onMock: 10,
    })
  })
})
