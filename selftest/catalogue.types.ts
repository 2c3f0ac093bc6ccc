import { area, type Requirement } from '../specs/area'
import { requirement } from '../specs'

const good: Requirement = {
  rule: 'a token is opaque to its bearer',
  level: 'MUST',
  basis: 'standard',
  says: ['rfc6749#1.4'],
  on: ['getAccessToken'],
  leaves: 'nothing',
}

/** What the types of the catalogue refuse. Only the compiler reads this: a line that compiles is an error. */
export const refused = [
  // @ts-expect-error an id of another area
  area('TOK', 'Token endpoint', { 'TOK-001': good, 'CLI-001': good }),
  // @ts-expect-error a misspelt member
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, leavse: 'nothing' } }),
  // @ts-expect-error no citation at all
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, says: [] } }),
  // @ts-expect-error a document nobody knows
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, says: ['handbook#1'] } }),
  // @ts-expect-error a section the guide does not have
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, says: ['guide#step-6'] } }),
  // @ts-expect-error a level that decides nothing
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, level: 'COULD' } }),
  // @ts-expect-error an operation outside the reference
  area('TOK', 'Token endpoint', { 'TOK-001': { ...good, on: ['renewToken'] } }),
  // @ts-expect-error a requirement that does not exist
  () => requirement('TOK-999'),
]

/** And what they accept. */
export const accepted = area('TOK', 'Token endpoint', { 'TOK-001': good })
