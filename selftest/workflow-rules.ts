import { ConfigurationError, refuseUnknown } from '../harness/settings'
import { isPolicyName } from '../reporters/policies'
import { expressionsIn, needsOf, wordsBehind, type WorkflowFile } from './workflow-file'
import { rightsRules } from './workflow-rights'
import { inEachStep, jobsOf, type House, type Rule } from './workflow-rule'

const envNames: Rule = (file, { isSetting }) =>
  [file.workflow, ...jobsOf(file).flatMap(([, job]) => [job, ...job.steps])]
    .flatMap(({ env = {} }) => Object.keys(env))
    .flatMap(name => {
      try {
        refuseUnknown({ [name]: 'set' })
      } catch (error) {
        if (error instanceof ConfigurationError) return [error.message]
        throw error
      }
      return /^(TENANT|FUZZ|CONFORMANCE|RESULTS|ALLURE)_/.test(name) && !isSetting(name)
        ? [`${name} is a setting that nobody reads`]
        : []
    })

const scripts = inEachStep(({ run = '' }, { scripts: known }) =>
  [...run.matchAll(/npm run (?:-s )?([\w:-]+)/g)].flatMap(([, name = '']) =>
    known.includes(name) ? [] : [`npm run ${name} is no script of package.json`],
  ),
)

const gatePolicies: Rule = file =>
  jobsOf(file).flatMap(([name, job]) =>
    wordsBehind('gate', job).flatMap(words => {
      const policy = /--policy (\S+)/.exec(words)?.[1] ?? ''
      return isPolicyName(policy) ? [] : [`${name} asks the gate for the policy "${policy}"`]
    }),
  )

const artifactsEnd = inEachStep(({ uses = '', with: told = {} }) =>
  uses.startsWith('actions/upload-artifact@') && told['retention-days'] === undefined
    ? ['nobody says how long the artifact is kept']
    : [],
)

/** A number that people read, for the commit that machines take. */
const versionsSaid: Rule = ({ text }) =>
  text
    .split('\n')
    .filter(line => /^\s*(- )?uses:/.test(line) && !/@[0-9a-f]{40} # v\d+\.\d+\.\d+$/.test(line))
    .map(line => `${line.trim()} needs a commit and, behind it, its version`)

const namesResolve: Rule = file =>
  jobsOf(file).flatMap(([name, job]) => {
    const { jobs, on } = file.workflow
    const needed = needsOf(job)
    const given = Object.keys({ ...on.workflow_dispatch?.inputs, ...on.workflow_call?.inputs })
    const paths = expressionsIn(job).flatMap(each => each.match(/\b(needs|steps|inputs)\.[\w.-]+/g) ?? [])
    const isThere = (path: string): boolean => {
      const [root, which = '', kind, output = ''] = path.split('.')
      if (root === 'inputs') return given.includes(which)
      if (root === 'steps') return job.steps.some(({ id }) => id === which)
      return needed.includes(which) && (kind === 'result' || Object.hasOwn(jobs[which]?.outputs ?? {}, output))
    }
    return [
      ...needed.filter(each => !Object.hasOwn(jobs, each)).map(each => `${name} needs ${each}, which is no job`),
      ...paths.filter(path => !isThere(path)).map(path => `${name} speaks of ${path}, which is nowhere`),
    ]
  })

const rules: readonly Rule[] = [
  envNames,
  scripts,
  gatePolicies,
  artifactsEnd,
  versionsSaid,
  namesResolve,
  ...rightsRules,
]

/** What breaks the rules for all workflows, a sentence each. */
export const faultsOf = (file: WorkflowFile, house: House): readonly string[] =>
  rules.flatMap(rule => rule(file, house)).map(fault => `${file.name}: ${fault}`)
