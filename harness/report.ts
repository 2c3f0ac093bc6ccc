import type { TestInfo, TestInfoError } from '@playwright/test'
import { requirement } from '../specs'
import type { Check } from './check'
import { outcomeAnnotation } from './check-record'
import { evidenceOf } from './evidence'
import { isRed, outcomeOf } from './outcome'
import { onlyReads } from './guard/refusal'
import { mask } from './redact'
import { scriptOf } from './replay/script'

/** Everything the runner may print of an error, its causes included. */
const maskError = (error: TestInfoError): void => {
  for (const part of ['message', 'stack', 'value'] as const)
    if (error[part] !== undefined) error[part] = mask(error[part])
  if (error.cause) maskError(error.cause)
}

/**
 * A check that could not be judged neither passed nor failed. To the runner it was skipped, error and all: a failed test
 * would cost a new worker process, and a tenant that dies in the middle would cost hundreds of them.
 */
const leaveOpen = (info: TestInfo): void => {
  info.status = 'skipped'
  info.expectedStatus = 'skipped'
}

/**
 * Tells the runner what a check found: its record, the exchanges, a script that repeats a failure. To be called when
 * the body has ended and everything is cleared away; secrets are replaced, also in the errors the runner keeps.
 */
export const report = (check: Check, info: TestInfo): void => {
  const error = info.errors[0]?.message
  const mayOnlyRead = /^(Error: )?ReadOnly: /.test(error ?? '')
  const skipReason = mayOnlyRead ? onlyReads : info.annotations.findLast(({ type }) => type === 'skip')?.description
  const isTrouble = /^(Error: )?Trouble: /.test(error ?? '') || info.status === 'timedOut'
  const record = outcomeOf(check, {
    ...(error !== undefined && { error }),
    ...(info.status === 'timedOut' && { error: 'the check did not end in time' }),
    isTrouble,
    isSkipped: info.status === 'skipped' || mayOnlyRead,
    ...(skipReason !== undefined && { skipReason }),
  })
  info.errors.forEach(maskError)
  // Pushed, not `attach`ed: that would be a step each, with a stack trace taken for it.
  const attach = (name: string, contentType: string, body: string) =>
    info.attachments.push({ name, contentType, body: Buffer.from(body, 'utf8') })
  info.annotations.push({ type: outcomeAnnotation, description: JSON.stringify(record) })
  if (check.exchanges.length > 0) attach('exchanges', 'text/plain', evidenceOf(check.exchanges))
  if (record.status === 'fail') attach('replay.sh', 'text/plain', scriptOf(check))
  for (const { name, contentType, body } of check.attachments) attach(name, contentType, mask(body))
  const isOpen = record.status === 'inconclusive' && isTrouble && info.status !== 'timedOut'
  if (isOpen || mayOnlyRead) leaveOpen(info)
  else if (!isRed(record, check)) info.fail(true, `${requirement(check.requirement).level} violated: reported, not red`)
}
