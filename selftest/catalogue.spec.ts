import { expect, test } from '@playwright/test'
import {
  adminOperations,
  allOperations,
  areaOf,
  areas,
  generations,
  isRequirementId,
  isVersioned,
  mediaTypeOf,
  operation,
  readings,
  requirement,
  requirementIds,
  scimOperations,
  unchecked,
} from '../specs'
import { explain, nearIds } from './explain'
import { mentionsIn, mentionsUnder } from './id-mentions'

//             all  core
const sizes = {
  E2E: [9, 9],
  TOK: [44, 40],
  JWT: [8, 7],
  REV: [11, 9],
  AUTHN: [17, 13],
  AUTHZ: [16, 15],
  CLI: [61, 52],
  ROT: [18, 14],
  DIR: [28, 24],
  SYNC: [15, 13],
  IDP: [28, 22],
  SAML: [11, 6],
  OIDC: [38, 27],
  SCIM: [72, 57],
  ERR: [15, 10],
  HOST: [15, 11],
  MEDIA: [18, 13],
  HTTP: [13, 5],
  SEC: [10, 1],
}

const countBy = (key: 'level' | 'basis') =>
  requirementIds.reduce<Record<string, number>>((counts, id) => {
    const value = requirement(id)[key]
    return { ...counts, [value]: (counts[value] ?? 0) + 1 }
  }, {})

test.describe('catalogue', () => {
  test('447 requirements, counted by area, level and basis', () => {
    const found = Object.fromEntries(
      areas.map(({ code, ids }) => [code, [ids.length, ids.filter(id => !requirement(id).tier).length]]),
    )
    expect(found).toEqual(sizes)
    expect(requirementIds).toHaveLength(447)
    expect(countBy('level')).toEqual({ MUST: 358, SHOULD: 85, MAY: 4 })
    expect(countBy('basis')).toEqual({ documented: 217, 'documented+standard': 45, standard: 104, derived: 81 })
  })

  test('ids count up from 001 without a gap, area after area', () => {
    const expected = areas.flatMap(({ code, ids }) => ids.map((_, i) => `${code}-${String(i + 1).padStart(3, '0')}`))
    expect(requirementIds).toEqual(expected)
    expect(areas.map(({ code }) => code)).toEqual(Object.keys(sizes))
    expect(areaOf('CLI-015').code).toBe('CLI')
  })

  test('every requirement has a check or a reason, never both', () => {
    const checked = new Set(mentionsUnder('suites', '.spec.ts').map(({ id }) => id))
    const neither = requirementIds.filter(id => !checked.has(id) && !unchecked[id])
    const both = requirementIds.filter(id => checked.has(id) && unchecked[id])
    expect(neither, 'no check and no entry in specs/unchecked').toEqual([])
    expect(both, 'has a check now: remove it from specs/unchecked').toEqual([])
  })

  test('every reason in specs/unchecked has at least 20 characters', () => {
    expect(Object.entries(unchecked).filter(([, reason]) => reason.trim().length < 20)).toEqual([])
  })

  test('every id in suites and defects exists', () => {
    const mentions = [...mentionsUnder('suites', '.ts'), ...mentionsUnder('mock/defects', '.ts')]
    expect(mentions.filter(({ id }) => !isRequirementId(id))).toEqual([])
  })

  test('the search for ids sees what it must and nothing else', () => {
    const text = `test(...verifies('TOK-999'))\n'E2E-001', 'SHA-256', 'A-08', "TOK-001"`
    expect(mentionsIn(text, 'x.ts')).toEqual([
      { id: 'TOK-999', file: 'x.ts', line: 1 },
      { id: 'E2E-001', file: 'x.ts', line: 2 },
    ])
    expect(isRequirementId('TOK-999')).toBe(false)
  })
})

test.describe('operations', () => {
  test('45 operations on 24 paths: 18 for administrators, 2 for clients, the rest as we read them', () => {
    const withAuthentication = (kind: string) => allOperations.filter(id => operation(id).authentication === kind)
    expect(allOperations).toHaveLength(45)
    expect(new Set(allOperations.map(id => operation(id).path)).size).toBe(24)
    expect(new Set(allOperations.map(id => `${operation(id).method} ${operation(id).path}`)).size).toBe(45)
    expect(adminOperations).toHaveLength(18)
    expect(withAuthentication('basic')).toEqual(['getAccessToken', 'revoke'])
    expect(withAuthentication('bearer')).toHaveLength(17)
    expect(withAuthentication('none')).toHaveLength(8)
    expect(scimOperations).toHaveLength(15)
  })

  test('every operation is named by a requirement, and no requirement names one twice', () => {
    const named = new Set(requirementIds.flatMap(id => requirement(id).on))
    expect(allOperations.filter(id => !named.has(id))).toEqual([])
    expect(requirementIds.filter(id => new Set(requirement(id).on).size !== requirement(id).on.length)).toEqual([])
  })

  test('a media type of each generation is well formed', () => {
    const types = allOperations.filter(isVersioned).flatMap(id => generations.map(age => mediaTypeOf(id, age)))
    expect(types.filter(type => !/^application\/(vnd\.(vmware|Omnissa)\.[a-z0-9.]+\+)?json$/.test(type))).toEqual([])
    expect(mediaTypeOf('createNewOAuth2Client', 'omnissa')).toBe(
      'application/vnd.Omnissa.horizon.manager.accesscontrol.broker.oauth2client.with.rule.sets+json',
    )
  })
})

test('52 readings, A-01 to A-52', () => {
  const expected = Array.from({ length: 52 }, (_, i) => `A-${String(i + 1).padStart(2, '0')}`)
  expect(Object.keys(readings).sort()).toEqual(expected)
})

test('explain shows a requirement on one screen and knows what a mistyped id may mean', () => {
  const page = explain('TOK-003', 'no-such-folder').join('\n')
  expect(page).toContain(requirement('TOK-003').rule)
  expect(page).toContain('https://www.rfc-editor.org/rfc/rfc6749#section-5.1')
  expect(page).toContain('POST /acs/token')
  expect(page).toContain('none: there is no no-such-folder/conformance.json yet')
  expect(page.split('\n').length).toBeLessThan(30)
  expect(nearIds('tok-3')[0]).toBe('TOK-003')
  expect(nearIds('CLII-16')[0]).toBe('CLI-016')
})
