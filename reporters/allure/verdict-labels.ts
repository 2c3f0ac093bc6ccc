import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Conformance } from '../conformance-json'
import type { DeviationFate } from '../deviations/deviation'
import { oneLine } from '../plain'
import type { JudgedCheck } from '../verdict'

/** The label by which a result file of Allure tells our verdict of the check; categories go by it. */
export const verdictLabel = 'verdict'

interface Labelled {
  readonly name?: unknown
  readonly fullName?: unknown
  readonly labels?: readonly { readonly name: string; readonly value: string }[]
  readonly links?: readonly { readonly name?: string; readonly url: string; readonly type?: string }[]
}

interface Judged {
  readonly check: JudgedCheck
  readonly fate: DeviationFate | undefined
}

/** The runner knows nothing of these verdicts: it has called such a check passed, failed or skipped. */
const isSpecial = ({ status }: JudgedCheck) => !['pass', 'skipped'].includes(status)

const byTitle = ({ requirements, deviations }: Conformance): ReadonlyMap<string, readonly Judged[]> => {
  const found = new Map<string, Judged[]>()
  for (const { id, checks } of requirements)
    for (const check of checks.filter(isSpecial)) {
      const fate = deviations.find(
        ({ requirement, signature, state }) =>
          requirement === id && signature === check.signature && state === 'applied' && check.status === 'deviation',
      )
      found.set(check.title, [...(found.get(check.title) ?? []), { check, fate }])
    }
  return found
}

/** Allure names a test by its file below the folder of tests, what it is part of, and its title. */
const isOf = ({ fullName }: Labelled, { at }: JudgedCheck) => {
  const [file = ''] = String(fullName).split(' › ')
  return at.replace(/:\d+$/, '').endsWith(file)
}

/** A verdict, and for categories what keeps a check from being judged apart from what was done wrong. */
const wordOf = ({ status, blockedBy, message = '' }: JudgedCheck): string => {
  if (status !== 'inconclusive') return status
  if (blockedBy !== undefined) return 'blocked'
  return message.startsWith('fault of the harness: ') ? 'fault' : 'inconclusive'
}

const linkOf = ({ link, expires, reason, owner }: DeviationFate) => ({
  type: 'issue',
  url: link,
  name: oneLine(`accepted until ${expires} by ${owner}: ${reason}`),
})

/** A result file with the verdict of its check in it, and where a failure was accepted, with the reason. */
export const labelled = <T extends Labelled>(result: T, { check, fate }: Judged): T => ({
  ...result,
  labels: [
    ...(result.labels ?? []).filter(({ name }) => name !== verdictLabel),
    { name: verdictLabel, value: wordOf(check) },
  ],
  ...(fate && {
    links: [...(result.links ?? []).filter(({ type, url }) => type !== 'issue' || url !== fate.link), linkOf(fate)],
  }),
})

/**
 * Tells Allure the verdict of every check that neither passed nor was skipped: only the end of a run knows whether a
 * failure was accepted, or which of two skipped checks could not be judged.
 * @param folder of the result files; done twice it is as done once
 */
export const labelVerdicts = (folder: string, result: Conformance): void => {
  const judged = byTitle(result)
  if (judged.size === 0) return
  for (const name of readdirSync(folder).filter(each => each.endsWith('-result.json'))) {
    const path = join(folder, name)
    const file = JSON.parse(readFileSync(path, 'utf8')) as Labelled
    const mine = judged.get(String(file.name))?.find(({ check }) => isOf(file, check))
    if (mine) writeFileSync(path, JSON.stringify(labelled(file, mine)))
  }
}
