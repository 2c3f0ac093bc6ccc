import type { Step, WorkflowFile } from './workflow-file'

/** What rules ask about besides the workflow itself. */
export interface House {
  /** Names of the scripts of package.json. */
  readonly scripts: readonly string[]
  /** Whether a variable is read by the harness or a reporter. */
  readonly isSetting: (name: string) => boolean
}

/** A rule for workflows: says what breaks it, a sentence each. */
export type Rule = (file: WorkflowFile, house: House) => readonly string[]

/** The jobs of a workflow by name. */
export const jobsOf = ({ workflow }: WorkflowFile) => Object.entries(workflow.jobs)

/** A rule that looks at one step at a time. */
export const inEachStep =
  (faults: (step: Step, house: House) => readonly string[]): Rule =>
  (file, house) =>
    jobsOf(file).flatMap(([name, job]) =>
      job.steps.flatMap((step, index) =>
        faults(step, house).map(
          fault => `${name}, step ${index + 1} (${step.name ?? step.run ?? step.uses}): ${fault}`,
        ),
      ),
    )
