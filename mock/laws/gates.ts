/** What a request passes before and after it takes effect. */
export type Gate = 'host' | 'capacity' | 'authentication' | 'method' | 'authorization' | 'media' | 'effect'

/** The order is a law: nothing about the tenant is disclosed to a stranger, nothing changes before a refusal. */
export const gates: readonly Gate[] = [
  'host',
  'capacity',
  'authentication',
  'method',
  'authorization',
  'media',
  'effect',
]
