import type { TestDetails } from '@playwright/test'
import { requirementAnnotation } from '../harness/check-record'
import type { RequirementId } from '../specs'
import { Skipped, type Verbs } from './check-against'

/** One check as its suite wrote it. */
export interface GatheredCheck {
  readonly requirement: RequirementId
  readonly title: string
  readonly tags: readonly string[]
  readonly body: (verbs: Verbs) => Promise<void>
}

/** What has been gathered so far, in the order of the files. */
export const gathered: GatheredCheck[] = []

const gather = (title: string, { tag = [], annotation = [] }: TestDetails, body: GatheredCheck['body']): void => {
  const id = [annotation].flat().find(({ type }) => type === requirementAnnotation)?.description
  if (id === undefined) throw new Error(`${title} names no requirement`)
  gathered.push({ requirement: id as RequirementId, title, tags: [tag].flat(), body })
}

/** Takes the place of harness/test.ts: gathers the checks instead of handing them to the test runner. */
export const test = Object.assign(gather, {
  describe: (_title: string, body: () => void): void => body(),
  skip: (condition: boolean, reason: string): void => {
    if (condition) throw new Skipped(reason)
  },
})
