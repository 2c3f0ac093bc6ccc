import { test, verifies } from '../../harness'

const plots = [
  ['CLI-015', { often: ['duplicate', 'start'], watches: ['record', 'secrets'] }],
  ['CLI-035', { often: ['patch'], watches: ['record'] }],
  ['CLI-036', { often: ['patch in rotation'], watches: ['secrets', 'record'], onMock: 4 }],
  ['CLI-044', { often: ['patch rule sets', 'patch rule sets', 'ask', 'ask', 'start'], watches: ['tokens'], onMock: 8 }],
  ['CLI-046', { often: ['patch in rotation', 'ask'], watches: ['tokens'] }],
  ['CLI-048', { often: ['start', 'delete', 'delete again'], watches: ['record'] }],
  ['CLI-051', { often: ['create', 'create', 'start'], watches: ['record'] }],
  ['CLI-060', { often: ['start', 'delete'], watches: ['listing'] }],
] as const

test.describe('clients', () => {
  for (const [id, plot] of plots)
    test(...verifies(id, 'in any order', '@fuzz', '@sequence'), async ({ given, forAllSequences }) => {
      await forAllSequences({ admin: await given.admin(), mark: given.name(), ...plot })
    })
})
