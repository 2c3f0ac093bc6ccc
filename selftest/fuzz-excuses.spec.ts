import { expect, test } from '@playwright/test'
import { echoFault } from '../harness/fuzz/echo'
import { excuseOf } from '../harness/fuzz/excuse'
import type { NearMiss } from '../harness/fuzz/near-miss'
import { replyWith } from './checks-at-hand'

const good = { client_id: 'cfh-1', scope: ['admin', 'user'], grant_types: ['client_credentials'], rule_set_names: [] }

const miss = (member: string, value: unknown, keyword: string, limit: unknown = '', at = `/${member}`): NearMiss => ({
  schema: 'clients/create',
  body: { ...good, [member]: value },
  breaks: { keyword, at, limit },
  slip: '',
  value: at === `/${member}` ? value : (value as unknown[])[0],
})

/** What a tenant stored instead of refusing, and whether that is tolerated. */
const acceptances: readonly (readonly [what: string, slip: NearMiss, shown: object, excuse: RegExp | undefined])[] = [
  ['a number taken for a name', miss('client_id', 42, 'type', 'string'), { client_id: '42' }, /coerced/],
  ['a text taken for a list of one', miss('scope', 'admin', 'type', 'array'), { scope: ['admin'] }, /coerced/],
  ['a text split at its blanks', miss('scope', 'admin user', 'type', 'array'), { scope: ['user', 'admin'] }, /coerced/],
  ['a text split into letters', miss('scope', 'admin', 'type', 'array'), { scope: ['a', 'd', 'm', 'i', 'n'] }, undefined],
  ['a number in quotes', miss('access_token_ttl', '60', 'type', 'integer'), { access_token_ttl: 60 }, /coerced/],
  ['a word for a number', miss('access_token_ttl', 'abc', 'type', 'integer'), { access_token_ttl: 0 }, undefined],
  ['a fraction', miss('access_token_ttl', 1.5, 'type', 'integer'), { access_token_ttl: 1 }, undefined],
  ['a boolean for a number', miss('access_token_ttl', true, 'type', 'integer'), { access_token_ttl: 1 }, undefined],
  ['a blank cut off a name', miss('client_id', 'cfh-1 ', 'pattern'), { client_id: 'cfh-1' }, /trimmed/],
  ['a blank kept in a name', miss('client_id', 'cfh-1 ', 'pattern'), { client_id: 'cfh-1 ' }, undefined],
  ['a rule set in small letters', miss('rule_set_names', ['tenant_admin'], 'enum', [], '/rule_set_names/0'), { rule_set_names: ['TENANT_ADMIN'] }, /upper case/],
  ['a grant in capitals', miss('grant_types', ['PASSWORD'], 'enum', [], '/grant_types/0'), { grant_types: ['password'] }, undefined],
  ['an unknown rule set left out', miss('rule_set_names', ['ROOT'], 'enum', [], '/rule_set_names/0'), { rule_set_names: [] }, undefined],
  ['an empty scope', miss('scope', [], 'minItems'), { scope: [] }, /empty list/],
  ['a list in the place of a text', miss('client_id', ['cfh-1'], 'type', 'string'), { client_id: 'cfh-1' }, undefined],
] // prettier-ignore

test.describe('an acceptance of a near miss', () => {
  for (const [what, slip, shown, excuse] of acceptances)
    test(`${what} is ${excuse ? 'an oddity' : 'a violation'}`, () => {
      const said = excuseOf(slip, { ...good, ...shown })
      if (excuse) expect(said).toMatch(excuse)
      else expect(said).toBeUndefined()
    })
})

/** What comes back of a body, and what is wrong with it. */
const echoes: readonly (readonly [what: string, sent: object, shown: object, fault: RegExp | undefined])[] = [
  ['as it was sent', {}, {}, undefined],
  ['in another order', {}, { scope: ['user', 'admin'] }, undefined],
  ['with more than was sent', {}, { id: 'x' }, undefined],
  ['with an empty list as null', {}, { rule_set_names: null }, undefined],
  ['without a scope', {}, { scope: ['admin'] }, /^scope/],
  ['without the secret', { secret: 'a-secret' }, {}, undefined],
  ['without a refresh lifetime that has no grant', { refresh_token_ttl: 5 }, {}, undefined],
  ['with another refresh lifetime', { refresh_token_ttl: 5 }, { refresh_token_ttl: 300 }, /^refresh_token_ttl/],
  ['without a refresh lifetime that has one', { refresh_token_ttl: 5, grant_types: ['refresh_token'] }, { grant_types: ['refresh_token'] }, /^refresh_token_ttl/],
  ['without logout addresses', { post_logout_redirect_uris: ['https://a.example/'] }, {}, /^post_logout/],
] // prettier-ignore

test.describe('a registration comes back', () => {
  for (const [what, sent, shown, fault] of echoes)
    test(`${what}: ${fault ? 'a violation' : 'all is well'}`, () => {
      const found = echoFault({ ...good, ...sent }, replyWith(201, { ...good, ...shown }))
      if (fault) expect(found?.expected).toMatch(fault)
      else expect(found).toBeUndefined()
    })
})
