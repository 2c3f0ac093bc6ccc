import { requirement, type RequirementId } from '../specs'
import { checkRecord, type CheckRecord } from './check-record'
import type { Check } from './check'
import { mask } from './redact'
import { fingerprintOf } from './traffic/fingerprint'
import { tallyOf } from './traffic/tally'
import { traitsOf } from './traits/traits'
import { rootOf } from './trouble'

/** What Playwright knows when the body of a check has ended. */
export interface Ended {
  /** Message of the error that ended the body; absent where it ran to its end. */
  readonly error?: string
  readonly isTrouble: boolean
  readonly isSkipped: boolean
  readonly skipReason?: string
}

const firstLine = (text: string) =>
  mask(text)
    .replace(/^(?:Error: )?Trouble: /, '')
    .split('\n')[0] ?? ''

/**
 * What a check says about its requirement. An exception that is no violation is ours or the road's until proven
 * otherwise; a check that asked nothing or expected nothing says nothing.
 */
export const outcomeOf = (check: Check, ended: Ended): CheckRecord => {
  const operations = tallyOf(check.exchanges, check.uncountedTally)
  const fingerprint = fingerprintOf(check.exchanges)
  const record = (status: CheckRecord['status'], message?: string, root?: RequirementId) =>
    checkRecord(check.requirement, status, {
      warnings: check.warnings,
      notes: check.notes,
      choices: check.choices,
      traits: traitsOf(check.exchanges).map(mask),
      exchanges: check.exchanges.length + check.uncounted,
      prepared: check.exchanges.filter(({ phase }) => phase !== 'act').length,
      expectations: check.expectations,
      ...(Object.keys(operations).length > 0 && { operations }),
      ...(fingerprint && { fingerprint }),
      ...(message !== undefined && { message }),
      ...(root !== undefined && { blockedBy: root }),
    })
  if (check.violation !== undefined) return record('fail', check.violation)
  if (ended.isSkipped) return record('skipped', mask(ended.skipReason ?? 'skipped without a reason'))
  if (ended.isTrouble) {
    const why = firstLine(ended.error ?? 'the tenant could not be asked')
    return record('inconclusive', why, rootOf(why))
  }
  if (ended.error !== undefined) return record('inconclusive', `fault of the harness: ${firstLine(ended.error)}`)
  if (check.exchanges.length + check.uncounted === 0)
    return record('inconclusive', 'fault of the harness: the check asked the tenant nothing')
  if (check.expectations === 0) return record('inconclusive', 'fault of the harness: the check expected nothing')
  return record(check.warnings.length > 0 ? 'warn' : 'pass')
}

/** Whether a violated requirement turns the test red: a MUST does, a SHOULD or MAY is said in the report only. */
export const isRed = (record: CheckRecord, check: Check): boolean =>
  record.status !== 'fail' || requirement(check.requirement).level === 'MUST'
