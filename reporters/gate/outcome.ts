import { daysLeft } from '../deviations/deviation'
import { leftBehind, type RequirementOfResult } from '../result'
import { cannotTell, counted, noGo, type Rule, type Whole } from './situation'

/** Rules that ask what was found. */

/** A violation of any level; a warning about something tolerated has no message. */
const isViolated = ({ checks }: RequirementOfResult) =>
  checks.some(({ status, message }) => status === 'fail' || (status === 'warn' && message !== undefined))

const levels: Rule<Whole> = ({ policy, result }) =>
  policy.levels.flatMap(level => {
    const violated = result.requirements.filter(one => one.level === level && isViolated(one)).map(({ id }) => id)
    return violated.length === 0
      ? []
      : noGo('levels', `${counted(violated.length, `${level} requirement`)} violated`, violated)
  })

const verdict: Rule<Whole> = ({ result }) => {
  const isExplained =
    result.requirements.some(isViolated) || (result.deviations ?? []).some(({ state }) => state === 'not seen')
  return result.verdict === 'non-conformant' && !isExplained
    ? noGo('levels', `the run is non-conformant: ${result.reason}`)
    : []
}

const deviations: Rule<Whole> = ({ result, policy, now }) => {
  const all = result.deviations ?? []
  const today = now.toISOString()
  const expired = all.filter(
    ({ expires, state }) => state === 'expired' || (state !== 'not seen' && daysLeft(expires, today) < 0),
  )
  const gone = all.filter(({ state }) => state === 'not seen')
  const applied = new Set(all.filter(({ state }) => state === 'applied').map(({ requirement }) => requirement))
  const ids = (fates: typeof all) => fates.map(({ requirement, expires }) => `${requirement} (${expires})`)
  return [
    ...(expired.length > 0 ? noGo('deviations', `${counted(expired.length, 'deviation')} expired`, ids(expired)) : []),
    ...(gone.length > 0
      ? noGo(
          'deviations',
          `${counted(gone.length, 'deviation')} not seen any more: remove from deviations.yaml`,
          ids(gone),
        )
      : []),
    ...(applied.size > policy.allowed.deviation
      ? noGo(
          'deviations',
          `${applied.size} requirements are accepted deviations; ${policy.allowed.deviation} are allowed`,
          [...applied],
        )
      : []),
  ]
}

const left: Rule<Whole> = ({ result, policy }) => {
  const count = leftBehind(result)
  if (count !== undefined && count > 0)
    return noGo('left behind', `the run left ${counted(count, 'object')} on the tenant`)
  if (count === undefined && policy.proofs.nothingLeft)
    return cannotTell('left behind', 'the result does not say what the run left on the tenant')
  return []
}

const secrets: Rule<Whole> = ({ result: { secretScan }, policy }) => {
  if (secretScan?.state === 'found')
    return noGo('secrets', 'a secret stands in what the run has written', secretScan.found ?? [])
  if (secretScan?.state === 'failed')
    return cannotTell('secrets', 'the search for secrets in what the run has written failed')
  if (!secretScan && policy.proofs.secretScan)
    return cannotTell('secrets', 'nobody has searched what the run has written for secrets')
  return []
}

const flaky: Rule<Whole> = ({ result, policy }) => {
  const found = result.requirements.filter(({ checks }) => checks.some(one => one.flaky)).map(({ id }) => id)
  if (found.length <= policy.allowed.flaky) return []
  return cannotTell(
    'flaky',
    `checks of ${counted(found.length, 'requirement')} do not agree with themselves; ${policy.allowed.flaky} are allowed`,
    found,
  )
}

/** All of them. */
export const outcomeRules: readonly Rule<Whole>[] = [levels, verdict, deviations, left, secrets, flaky]
