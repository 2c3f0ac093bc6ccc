import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { schema, schemaNames, type JsonSchema } from '../harness/schemas'
import { allOperations, operation, requirementIds } from '../specs'
import { casesOf, errorsOf, unbroken } from './schema-cases'
import { constraintsOf } from './schema-places'

// oxlint-disable-next-line no-unnecessary-type-parameters
const read = <T>(path: string) => JSON.parse(readFileSync(join(__dirname, path), 'utf8')) as T
const vendorNames = read<Readonly<Record<string, readonly string[]>>>('../schemas/vendor-names.json')
const reference = read<{ readonly schemas: Readonly<Record<string, readonly string[]>> }>(
  '../specs/reference-members.json',
)

/** Error bodies are documented in prose only, so no component of the reference is theirs. */
const withoutComponent = ['errors/vendor', 'oauth/error', 'scim/error']

/** Documented members that no schema of ours has, with the reason. */
const leftOut: Readonly<Record<string, string>> = {
  'BrokerOAuth2ClientStartSecretRotationMedia/properties/_links': 'read-only in a message that is only ever sent',
  'PatchRequestMedia/properties/meta': 'a base member without meaning in a patch',
  'PatchRequestMedia/properties/externalId': 'a base member without meaning in a patch',
  'PatchRequestMedia/properties/id': 'a base member without meaning in a patch',
  'SearchRequestMedia/properties/meta': 'a base member without meaning in a search',
  'SearchRequestMedia/properties/externalId': 'a base member without meaning in a search',
  'SearchRequestMedia/properties/id': 'a base member without meaning in a search',
}

/** All values of one keyword, anywhere in a schema document outside its examples. */
const valuesOf = (node: unknown, keyword: string): readonly unknown[] =>
  typeof node !== 'object' || node === null
    ? []
    : Object.entries(node).flatMap(([key, value]) =>
        key === 'examples' ? [] : [...(key === keyword ? [value] : []), ...valuesOf(value, keyword)],
      )

const membersOf = (document: JsonSchema) => Object.keys((document['properties'] as object | undefined) ?? {})

test('every schema compiles under strict and says what it is', () => {
  const wordless = schemaNames().flatMap(name => {
    const { $id, title, description, examples } = schema(name)
    errorsOf(name, undefined)
    const texts = [title, description].every(text => typeof text === 'string' && text !== '')
    return $id === name && texts && Array.isArray(examples) && examples.length > 0 ? [] : [name]
  })

  expect(wordless, 'schemas whose $id is not their path, or without title, description or examples').toEqual([])
})

test('every example is valid', () => {
  const wrong = schemaNames().flatMap(name =>
    (schema(name)['examples'] as readonly unknown[]).flatMap((example, index) =>
      errorsOf(name, example).map(error => `${name} example ${index}: ${error.instancePath} ${error.message}`),
    ),
  )

  expect(wrong).toEqual([])
})

test('every case holds as stated', () => {
  const wrong = schemaNames().flatMap(name =>
    casesOf(name)
      .filter(({ data, valid }) => valid !== (errorsOf(name, data).length === 0))
      .map(({ description }) => `${name}: ${description}`),
  )

  expect(wrong, 'cases that say valid of an invalid instance, or the reverse').toEqual([])
})

test('every schema has valid and invalid cases, each described once and as what it is', () => {
  const poor = schemaNames().flatMap(name => {
    const cases = casesOf(name)
    const told = cases.every(({ description, valid }) => description.endsWith(valid ? ' is valid' : ' is invalid'))
    const kinds = new Set(cases.map(({ valid }) => valid)).size
    return told && kinds === 2 && new Set(cases.map(({ description }) => description)).size === cases.length
      ? []
      : [name]
  })

  expect(poor).toEqual([])
})

test('every constraint at every place is broken by an invalid case', () => {
  const missing = schemaNames().flatMap(name => unbroken(name, casesOf(name)))

  expect(schemaNames().flatMap(name => constraintsOf(schema(name))).length).toBeGreaterThan(500)
  expect(missing, 'constraints that no invalid case breaks; add one to the cases file').toEqual([])
})

test('a constraint without a case that breaks it is noticed', () => {
  const cases = casesOf('oauth/token').filter(({ description }) => !description.includes('token_type'))

  expect(unbroken('oauth/token', cases)).toContain('oauth/token#/properties/token_type/pattern')
  expect(unbroken('links/link', [])).toHaveLength(constraintsOf(schema('links/link')).length)
})

test('every structure of the reference has a schema, and every schema a structure', () => {
  expect(Object.keys(vendorNames).sort()).toEqual(Object.keys(reference.schemas).sort())
  expect([...new Set([...Object.values(vendorNames).flat(), ...withoutComponent])].sort()).toEqual(schemaNames())
})

test('every documented member stands in a schema of its structure, or is left out with a reason', () => {
  const missing = Object.entries(reference.schemas).flatMap(([component, members]) => {
    const ours = new Set(vendorNames[component]?.flatMap(name => membersOf(schema(name))))
    return members
      .filter(member => member.startsWith('properties/') && !ours.has(member.replace('properties/', '')))
      .map(member => `${component}/${member}`)
  })

  expect(missing.sort()).toEqual(Object.keys(leftOut).sort())
})

test('every schema that an operation names exists', () => {
  const named = allOperations
    .map(operation)
    .flatMap(({ request, answers, errors }) => [
      request?.schema,
      errors,
      ...Object.values(answers).map(answer => answer.schema),
    ])

  expect(named.filter(name => name !== undefined && !schemaNames().includes(name))).toEqual([])
})

test('requirements named in schemas exist, and references lead to another area by ../area/message', () => {
  const documents = schemaNames().map(schema)
  const ids = documents.flatMap(document => valuesOf(document, 'requirement'))
  const references = documents
    .flatMap(document => valuesOf(document, '$ref'))
    .filter(value => typeof value === 'string')

  expect(ids.filter(id => !requirementIds.includes(id as (typeof requirementIds)[number]))).toEqual([])
  expect(references.filter(value => !schemaNames().includes(value.replace('../', '')))).toEqual([])
})

test('every file of schemas is a schema, the cases of a schema, or the vendor names', () => {
  const files = readdirSync(join(__dirname, '../schemas'), { recursive: true, encoding: 'utf8' })
  const expected = schemaNames().flatMap(name => [`${name}.schema.json`, `${name}.cases.json`])

  expect(files.filter(file => file.endsWith('.json')).sort()).toEqual([...expected, 'vendor-names.json'].sort())
})
