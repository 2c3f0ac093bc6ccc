import type * as Jose from 'jose'

let loading: Promise<typeof Jose> | undefined

/**
 * The library for tokens, loaded beside the start of the tenant instead of before it. Once: to a loader that runs in a
 * thread of its own, as `tsx` has one, every `import()` is a question, and each token would wait for its answer.
 */
export const jose = (): Promise<typeof Jose> => (loading ??= import('jose'))
