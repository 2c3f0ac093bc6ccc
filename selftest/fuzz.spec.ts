import { expect, test } from '@playwright/test'
import type * as fc from 'fast-check'
import { arbitrary } from '../harness/fuzz/arbitrary'
import { hostileClients, nearMissClients, validClients } from '../harness/fuzz/client-cases'
import { pointerOf, sitesOf } from '../harness/fuzz/sites'
import { isJust, nearMisses } from '../harness/fuzz/near-miss'
import { firstCases } from '../harness/fuzz/shrink'
import { errorsOf, schema } from '../harness/schemas'
import { slips } from '../suites/clients/fuzz-slips'

const create = 'clients/create'
const mark = 'cfh-run-w0-1'
const bodies = firstCases(validClients(mark), 7, 1_500).map(({ body }) => body)

const sizes = (values: readonly unknown[]) => {
  const lengths = values.filter(value => value !== undefined).map(value => (value as string | unknown[]).length)
  return [Math.min(...lengths), Math.max(...lengths)]
}

const range = (values: readonly unknown[]) => {
  const numbers = values.filter(value => typeof value === 'number')
  return [Math.min(...numbers), Math.max(...numbers)]
}

test.describe('valid bodies', () => {
  test('are valid, every one', () => {
    expect(bodies.flatMap(body => errorsOf(create, body))).toEqual([])
  })

  test('have each optional member and do without it', () => {
    const { properties, required } = schema(create) as { properties: object; required: string[] }
    const optional = Object.keys(properties).filter(name => !required.includes(name))
    const never = optional.filter(name => !bodies.some(body => name in body))
    const always = optional.filter(name => bodies.every(body => name in body))
    expect([optional.length, never, always]).toEqual([7, [], []])
  })

  test('reach the limits', () => {
    expect(sizes(bodies.map(({ client_id }) => client_id))[1]).toBe(256)
    expect(sizes(bodies.map(({ secret }) => secret))).toEqual([12, 128])
    expect(sizes(bodies.map(({ grant_types }) => grant_types))).toEqual([1, 6])
    expect(sizes(bodies.map(({ scope }) => scope))).toEqual([1, 5])
    expect(sizes(bodies.map(({ redirect_uris }) => redirect_uris))).toEqual([0, 5])
    expect(range(bodies.map(({ access_token_ttl }) => access_token_ttl))).toEqual([1, 525_600])
  })

  test('have every choice', () => {
    const used = new Set(bodies.flatMap(body => [body.grant_types, body.scope, body.rule_set_names ?? []].flat()))
    expect(used.size).toBe(6 + 5 + 3)
  })

  test('have a name of their own with the mark in front', () => {
    const names = bodies.map(({ client_id }) => client_id)
    expect(new Set(names).size).toBe(names.length)
    expect(names.filter(name => !name.startsWith(`${mark}-`))).toEqual([])
  })

  test('never ask for an idle lifetime about which the documents disagree (A-07)', () => {
    const equal = bodies.filter(
      body =>
        (body.grant_types as string[]).includes('refresh_token') &&
        body.refresh_token_ttl === body.refresh_token_idle_ttl,
    )
    expect(equal).toEqual([])
  })
})

test.describe('near misses', () => {
  const misses = firstCases(nearMissClients(mark), 7, 3_000)

  test('break exactly one constraint each', () => {
    expect(misses.filter(miss => !isJust(miss))).toEqual([])
    expect(misses.filter(({ body }) => errorsOf(create, body).length === 0)).toEqual([])
  })

  test('break every constraint that a tenant surely enforces', () => {
    const all = sitesOf(schema(create)).map(({ keyword, path }) => `${keyword} ${pointerOf(path)}`)
    const seen = misses.map(({ breaks }) => `${breaks.keyword} ${breaks.at.replaceAll(/\/\d+/g, '/*')}`)
    expect(all.length).toBeGreaterThan(30)
    expect(all.filter(constraint => !seen.includes(constraint))).toEqual([])
  })

  test('leave alone what is undecided', () => {
    const undecided = misses.filter(({ breaks }) =>
      /^(minimum|maximum) \/refresh/.test(`${breaks.keyword} ${breaks.at}`),
    )
    expect(undecided).toEqual([])
    expect(misses.filter(({ slip }) => /^\/post_logout_redirect_uris\/\d+ is "/.test(slip))).toEqual([])
  })

  test('say nothing of null where it is the same as absent', () => {
    const nulls = misses.filter(({ value }) => value === null).map(({ breaks }) => breaks.at)
    expect(
      [...new Set(nulls)].filter(
        at =>
          ![
            '/client_id',
            '/scope',
            '/grant_types',
            '/redirect_uris',
            '/refresh_token_ttl',
            '/refresh_token_idle_ttl',
          ].includes(at),
      ),
    ).toEqual([])
  })

  test('belong to one requirement each', () => {
    for (const { keyword, path } of sitesOf(schema(create))) {
      const owners = slips.filter(
        ([, , { keywords, at }]) =>
          (keywords as readonly string[]).includes(keyword) && (at as readonly string[]).includes(pointerOf(path)),
      )
      expect([keyword, pointerOf(path), owners.length]).toEqual([keyword, pointerOf(path), 1])
    }
  })

  test('cannot be asked for where there is nothing to break', () => {
    expect(() => nearMisses(create, {}, { keywords: ['format'] })).toThrow(/no constraint like/)
  })
})

test.describe('all generators', () => {
  const all = {
    valid: validClients(mark),
    near: nearMissClients(mark),
    hostile: hostileClients(mark, 'a-marker-secret'),
  }

  for (const [name, cases] of Object.entries(all) as [string, fc.Arbitrary<unknown>][])
    test(`give the same ${name} bodies for the same seed, others for another`, () => {
      expect(firstCases(cases, 5, 40)).toEqual(firstCases(cases, 5, 40))
      expect(firstCases(cases, 5, 40)).not.toEqual(firstCases(cases, 6, 40))
    })

  test('refuse a keyword they do not understand', () => {
    expect(() => arbitrary({ type: 'object', properties: { a: { type: 'string', not: {} } } })).toThrow(
      'keyword "not" at /a is not supported; add it to harness/fuzz/schema-node.ts',
    )
    expect(() => arbitrary({ type: 'string', format: 'hostname' })).toThrow(/format "hostname" is not supported/)
    expect(() => arbitrary({})).toThrow(/needs a type/)
  })
})
