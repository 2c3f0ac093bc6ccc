import { test, verifies } from '../../harness'

const plots = [
  ['ROT-002', { often: ['start', 'ask', 'read'] }],
  ['ROT-003', { often: ['patch in rotation', 'read'] }],
  ['ROT-006', { often: ['start', 'patch in rotation', 'retire'], watches: ['secrets'] }],
  ['ROT-016', { often: ['start', 'retire'], onMock: 4 }],
  ['ROT-017', { often: ['retire', 'ask'], watches: ['tokens'], onMock: 4 }],
] as const

test.describe('rotations', () => {
  for (const [id, plot] of plots)
    test(...verifies(id, 'in any order', '@fuzz', '@sequence'), async ({ given, forAllSequences }) => {
      await forAllSequences({ admin: await given.admin(), mark: given.name(), ...plot })
    })
})
