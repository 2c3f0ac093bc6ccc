import { inEachStep, jobsOf, type Rule } from './workflow-rule'
import { expressionsIn, type Step } from './workflow-file'

/** Whoever may write an issue, a branch or an input could write commands there. */
const noExpressionInRun = inEachStep(({ run = '' }) =>
  run.includes('${{') ? ['an expression stands in run: hand it over as env'] : [],
)

const secret = /\bsecrets\b/

const secretsInStepsOnly: Rule = ({ workflow, ...file }) => {
  const { jobs, ...rest } = workflow
  const where = Object.entries(jobs).flatMap(([name, { steps, ...job }]) => [
    ...(expressionsIn(job).some(each => secret.test(each)) ? [`${name} hands a secret to all its steps`] : []),
    ...steps.flatMap(step =>
      expressionsIn({ ...step, env: undefined }).some(each => secret.test(each))
        ? [`${name} uses a secret outside of env`]
        : [],
    ),
    ...(expressionsIn(steps).some(each => secret.test(each)) && job.environment === undefined
      ? [`${name} uses a secret, but no environment`]
      : []),
  ])
  const isOpen = Object.keys(workflow.on).some(each => each.startsWith('pull_request'))
  return [
    ...where,
    ...(expressionsIn(rest).some(each => secret.test(each)) ? ['a secret is handed to all jobs'] : []),
    ...(isOpen && secret.test(file.text) ? ['secrets, but anybody can start it with a pull request'] : []),
  ]
}

const foreignText: Rule = ({ workflow }) =>
  expressionsIn(workflow)
    .filter(each => /\bgithub\.(event\b|head_ref)/.test(each))
    .map(each => `${each} is text of strangers`)

const credentialsDropped = inEachStep(({ uses = '', with: told = {} }) =>
  uses.startsWith('actions/checkout@') && told['persist-credentials'] !== false
    ? ['checkout leaves its token behind: persist-credentials: false']
    : [],
)

/** What a job may write needs a step that writes it. */
const writers: Readonly<Record<string, (step: Step) => boolean>> = {
  'security-events': ({ uses = '' }) => uses.startsWith('github/codeql-action/upload-sarif@'),
  contents: ({ run = '' }) => /\bgh release upload\b/.test(run),
}

const fewRights: Rule = file => [
  ...(JSON.stringify(file.workflow.permissions) === '{"contents":"read"}'
    ? []
    : ['all jobs may do more than read contents']),
  ...jobsOf(file).flatMap(([name, { permissions = {}, steps }]) =>
    Object.entries(permissions)
      .filter(([what, access]) => access === 'write' && !steps.some(step => writers[what]?.(step)))
      .map(([what]) => `${name} may write ${what} and does not`),
  ),
  ...jobsOf(file).flatMap(([name, { permissions = {}, steps }]) =>
    permissions.contents === 'write' && steps.some(({ run = '' }) => /\bnpm\b/.test(run))
      ? [`${name} may write contents and runs code of packages`]
      : [],
  ),
]

/** Rules about who may do what, and who learns secrets. */
export const rightsRules: readonly Rule[] = [
  noExpressionInRun, secretsInStepsOnly, foreignText, credentialsDropped, fewRights,
] // prettier-ignore
