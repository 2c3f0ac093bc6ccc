import { expect, test } from '@playwright/test'
import { checkRecord } from '../harness/check-record'
import { faulty } from './kill-matrix'
import { unchecked } from '../specs'
import { describe, isExpected, score } from './kill-score'
import { runMatrix } from './matrix-run'
import { survivors } from './survivors'

test.describe.configure({ mode: 'parallel' })

/** One fault for each area, and with them for each kind of check: values, refusals, secrecy, bytes on the wire. */
const quick = [
  'ttl-taken-for-seconds', 'jti-constant', 'secret-in-list', 'host-ignored', 'two-hosts-accepted', 'any-type-taken',
  'signature-unchecked', 'revoke-answered-204', 'retired-secret-still-valid', 'creation-accepted-only', 'description-missing',
] as const // prettier-ignore

test('each kind of check fails on a tenant with a fault', async () => {
  const { status, said } = await runMatrix(quick)

  expect(said).toContain(`killed ${quick.length} of ${quick.length}`)
  expect(status).toBe(0)
})

test('a check that notices nothing is a survivor and fails the matrix', async () => {
  const { status, said } = await runMatrix(['nothing@TOK-005'])

  expect(said).toContain('nothing@TOK-005 SURVIVED  nothing is wrong\n      TOK-005 pass 4 times.')
  expect(said).toContain('killed 0 of 1')
  expect(status).toBe(1)
})

test('a name that is no defect is an error', () => {
  expect(() => faulty(['ttl-taken-for-second'])).toThrow(/there is no defect "ttl-taken-for-second"/)
  expect(faulty().length).toBeGreaterThan(100)
})

const wrong = { name: 'wrong', story: 'all is wrong', caughtBy: ['TOK-005', 'TOK-001'] }
const of = (id: string, ...statuses: readonly ('pass' | 'fail' | 'warn' | 'inconclusive' | 'skipped')[]) =>
  statuses.map(status => checkRecord(id, status))

test('a defect is killed by one violation of a requirement it names, and by nothing else', () => {
  expect(score(wrong, of('TOK-005', 'pass', 'fail'))).toMatchObject({ fate: 'killed', blind: ['TOK-001'] })
  expect(score(wrong, [...of('TOK-005', 'fail'), ...of('TOK-001', 'fail')])).toMatchObject({
    fate: 'killed',
    blind: [],
  })
  expect(score(wrong, of('TOK-005', 'pass', 'warn'))).toMatchObject({ fate: 'warned', blind: ['TOK-001'] })
  expect(score(wrong, of('TOK-002', 'fail'))).toMatchObject({ fate: 'survived' })
  expect(score(wrong, of('TOK-005', 'pass', 'inconclusive', 'skipped'))).toMatchObject({ fate: 'survived' })
  expect(score(wrong, [])).toMatchObject({ fate: 'survived', said: ['TOK-005 has no check', 'TOK-001 has no check'] })
})

test('a defect waits only as long as all its requirements are unchecked on purpose', () => {
  const [later = ''] = Object.keys(unchecked)

  expect(score({ ...wrong, caughtBy: [later] }, [])).toMatchObject({ fate: 'waiting' })
  expect(score({ ...wrong, caughtBy: [later, 'TOK-005'] }, [])).toMatchObject({ fate: 'survived' })
  expect(describe([score({ ...wrong, caughtBy: [later] }, [])], {})).toBe(
    '1 wait for their checks: wrong\nkilled 0 of 0',
  )
})

test('a known survivor is no news, one that died is', () => {
  const alive = score(wrong, of('TOK-005', 'pass', 'pass', 'skipped'))
  const dead = score(wrong, of('TOK-005', 'fail'))
  const known = { wrong: 'the mock does not say it on the wire' }

  expect([isExpected([alive], {}), isExpected([dead], {})]).toEqual([false, false])
  expect([isExpected([alive], known), isExpected([dead], known)]).toEqual([true, false])
  expect(describe([alive], known)).toBe('wrong survives as known: the mock does not say it on the wire\nkilled 0 of 1')
  expect(describe([dead], known)).toContain('wrong is killed by now: take it out of selftest/survivors.ts')
  expect(describe([dead], {})).toBe(
    'wrong is KILLED BY ACCIDENT: TOK-001 does not notice it, though the defect names it\nkilled 1 of 1',
  )
  expect(describe([score(wrong, of('TOK-005', 'warn'))], {})).toContain(
    '1 are only warned of, as the documents tolerate: wrong',
  )
  expect(describe([alive], {})).toContain('TOK-005 pass 2 times, skipped 1 times; TOK-001 has no check.')
})

test('every known survivor is a defect', () => {
  expect(Object.keys(survivors).filter(name => !faulty().some(each => each.name === name))).toEqual([])
})
