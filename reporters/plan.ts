import { relative } from 'node:path'
import type { Lane, ShardNumber } from './shards'
import type { CatalogueEntry, PlannedCheck, Target } from './verdict'

/** The plan of a run (of a shard of it), written before its first test. */
export interface Plan {
  readonly format: 1
  readonly startedAt: string
  readonly shard: ShardNumber | null
  readonly lane?: Lane
  /** The same for all shards of one run. */
  readonly run?: string
  readonly target: Target
  readonly checks: readonly PlannedCheck[]
  /** Requirements without a check in this plan. */
  readonly untested: readonly string[]
}

/** What a plan reads of a test. */
export interface PlannableTest {
  readonly id: string
  readonly title: string
  readonly tags?: readonly string[]
  readonly location: { readonly file: string; readonly line: number }
  readonly annotations: readonly { readonly type: string; readonly description?: string }[]
}

/** The requirements a test verifies, by its annotations; none for preparation and clean-up. */
export const requirementsOf = (test: Pick<PlannableTest, 'annotations'>): readonly string[] => [
  ...new Set(
    test.annotations.filter(({ type }) => type === 'requirement').map(({ description }) => description ?? 'no id'),
  ),
]

/**
 * The checks a test stands for: one for each requirement it verifies.
 * @param root folder that paths are made relative to
 */
export const checksOf = (test: PlannableTest, root: string): readonly PlannedCheck[] => {
  const requirements = requirementsOf(test)
  return requirements.map(requirement => ({
    id: requirements.length === 1 ? test.id : `${test.id}:${requirement}`,
    requirement,
    title: test.title,
    file: relative(root, test.location.file).replaceAll('\\', '/'),
    line: test.location.line,
    ...(test.tags?.includes('@fuzz') && { property: true }),
  }))
}

/** Lays out what a run is going to check, and which requirements it leaves alone. */
export const layOut = (
  catalogue: readonly CatalogueEntry[],
  checks: readonly PlannedCheck[],
  run: Pick<Plan, 'startedAt' | 'shard' | 'target' | 'lane' | 'run'>,
): Plan => {
  const tested = new Set(checks.map(({ requirement }) => requirement))
  return { format: 1, ...run, checks, untested: catalogue.map(({ id }) => id).filter(id => !tested.has(id)) }
}
