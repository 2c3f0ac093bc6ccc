import { expect, test } from '@playwright/test'
import { checkUnderWay, endCheck, startCheck } from '../harness/check'
import { noteDialect, noteInvalidClient, noteNoResponse } from '../harness/matchers/choices-seen'
import { fateOf } from '../harness/matchers/fate'
import { replyOf } from '../harness/reply'
import type { Request } from '../harness/request'
import { exchangeOf } from './checks-at-hand'

const reply = (request: Request, status: number, body: unknown, wire?: string) =>
  replyOf(
    { status, headers: [], text: JSON.stringify(body), size: body === '' ? 0 : 9, milliseconds: 1 },
    { ...exchangeOf(request), ...(wire !== undefined && { wire }) },
  )

const seen = () => checkUnderWay().choices.map(({ ambiguity, question, answer }) => [ambiguity, question, answer])

test.beforeEach(() => {
  startCheck('TOK-005', 'TOK-005')
})
test.afterEach(() => endCheck())

const token = { line: 'POST /acs/token' } as const
const users = { line: 'GET /usergroup/scim/v2/Users/1?x=2' } as const
const oauth = { error: 'invalid_client' }
const envelope = { errors: [{ code: 'a' }] }
const scim = { schemas: ['urn:ietf:params:scim:api:messages:2.0:Error'] }

const dialects: readonly (readonly [request: Request, status: number, body: unknown, said: string | undefined])[] = [
  [token, 401, oauth, 'A-01: an error 401 of POST /acs/token comes as an OAuth error object'],
  [token, 400, { ...oauth, ...envelope }, 'A-01: an error 400 of POST /acs/token comes as an OAuth error object with an errors envelope'],
  [token, 400, '', 'A-01: an error 400 of POST /acs/token comes as an empty body'],
  [token, 400, 'x', 'A-01: an error 400 of POST /acs/token comes as a body of another kind'],
  [users, 401, scim, 'A-02: an error 401 of GET for SCIM Users comes as a SCIM error message'],
  [users, 401, envelope, 'A-02: an error 401 of GET for SCIM Users comes as an errors envelope'],
  [token, 200, oauth, undefined],
  [token, 413, '', undefined],
  [{ line: 'GET /acs/jwks' }, 404, envelope, undefined],
] // prettier-ignore

for (const [request, status, body, said] of dialects)
  test(`dialect: ${request.line} → ${status} ${JSON.stringify(body)}`, () => {
    noteDialect(reply(request, status, body))

    expect(checkUnderWay().notes).toEqual(said === undefined ? [] : [said])
  })

test('a refusal of bytes written by hand says nothing about the dialect', () => {
  noteDialect(reply(token, 400, '', 'POST /acs/token HTTP/1.1'))

  expect(seen()).toEqual([])
})

test('the status of invalid_client counts for well-formed credentials in one place', () => {
  const form = { client_secret: 'b' }
  for (const request of [
    { basic: ['a', 'b'] },
    { form },
    { basic: ['a', ''] },
    { basic: ['a', 'b'], form },
    {},
  ] as const)
    noteInvalidClient(reply({ ...token, ...request }, 401, oauth))
  noteInvalidClient(reply({ ...token, basic: ['a', 'b'] }, 400, { error: 'invalid_request' }))

  expect(seen()).toEqual([
    ['A-39', 'invalid_client of POST /acs/token for credentials in a Basic header has status', '401'],
    ['A-39', 'invalid_client of POST /acs/token for credentials in the form has status', '401'],
  ])
})

test('closed and reset are one choice, 444 another', () => {
  for (const silence of ['closed', 'reset'] as const) noteNoResponse({ ...reply(token, 0, ''), silence })
  noteNoResponse(reply(token, 444, ''))

  expect(seen().map(([, , answer]) => answer)).toEqual(['a connection without a byte', 'status line 444'])
})

test('what became of a request has one word for each reading', () => {
  const fates = [201, 302, 400, 444, 500].map(status => fateOf({ status }, 'ignored'))

  expect(fates).toEqual(['ignored', 'redirected with 302', 'refused with 400', 'not answered', 'refused with 500'])
  expect([fateOf({ status: 0, silence: 'reset' }), fateOf({ status: 0, silence: 'stalled' }), fateOf({ status: 204 })]).toEqual([
    'not answered', 'never answered', 'accepted',
  ]) // prettier-ignore
})
