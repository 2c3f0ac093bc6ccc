import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'yaml'
import { repository } from '../reporters/surroundings'

/** A workflow as it was written, and as it is read. */
export interface WorkflowFile {
  readonly name: string
  readonly text: string
  readonly workflow: Workflow
}

type Env = Readonly<Record<string, string | number | boolean>>
type Permissions = Readonly<Record<string, 'read' | 'write' | 'none'>>
type Inputs = { readonly inputs?: Readonly<Record<string, unknown>> } | null

export interface Step {
  readonly id?: string
  readonly name?: string
  readonly if?: string
  readonly uses?: string
  readonly with?: Env
  readonly run?: string
  readonly env?: Env
}

export interface Job {
  readonly needs?: string | readonly string[]
  readonly if?: string
  readonly environment?: unknown
  readonly permissions?: Permissions
  readonly outputs?: Readonly<Record<string, string>>
  readonly strategy?: { readonly matrix: unknown; readonly 'fail-fast': boolean }
  readonly env?: Env
  readonly steps: readonly Step[]
}

export interface Workflow {
  readonly on: Readonly<Record<string, unknown>> & {
    readonly workflow_dispatch?: Inputs
    readonly workflow_call?: Inputs
  }
  readonly permissions: Permissions
  readonly env?: Env
  readonly concurrency?: { readonly group: string; readonly 'cancel-in-progress': boolean }
  readonly jobs: Readonly<Record<string, Job>>
}

/** Reads a workflow; throws what is wrong with its YAML, two members of one name included. */
export const workflowFile = (name: string, text: string): WorkflowFile => ({
  name,
  text,
  workflow: parse(text, { strict: true, uniqueKeys: true }) as Workflow,
})

/** The workflows of this repository. */
export const workflowFiles = (): readonly WorkflowFile[] => {
  const folder = join(repository, '.github', 'workflows')
  return readdirSync(folder).map(name => workflowFile(name, readFileSync(join(folder, name), 'utf8')))
}

/** One of them; throws where it is not there. */
export const fileNamed = (name: string): WorkflowFile => {
  const file = workflowFiles().find(each => each.name === name)
  if (!file) throw new Error(`.github/workflows/${name} is missing`)
  return file
}

/** Its jobs by name. */
export const jobsIn = (name: string): Readonly<Record<string, Job>> => fileNamed(name).workflow.jobs

/** All texts of a value, however deep they lie. */
export const textsIn = (value: unknown): readonly string[] => {
  if (typeof value === 'string') return [value]
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : []
}

/** What stands between `${{` and `}}` in a value. */
export const expressionsIn = (value: unknown): readonly string[] =>
  textsIn(value).flatMap(text => [...text.matchAll(/\$\{\{([^]*?)\}\}/g)].map(([, inside]) => (inside ?? '').trim()))

/** The jobs that a job waits for. */
export const needsOf = ({ needs = [] }: Job): readonly string[] => (typeof needs === 'string' ? [needs] : needs)

/** The words behind a command in the scripts of a job, one text for each time: `--policy release …`. */
export const wordsBehind = (command: string, { steps }: Pick<Job, 'steps'>): readonly string[] =>
  steps.flatMap(({ run = '' }) =>
    [...run.replaceAll(/\\\n\s*/g, '').matchAll(new RegExp(`npm run (?:-s )?${command}(?: -- (.*))?$`, 'gm'))].map(
      ([, words]) => words ?? '',
    ),
  )
