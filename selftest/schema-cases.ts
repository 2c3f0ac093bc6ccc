import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { ErrorObject } from 'ajv/dist/2020.js'
import { newAjv, schema, schemaNames } from '../harness/schemas'
import { constraintsOf, type Constraint } from './schema-places'

export interface Case {
  readonly description: string
  readonly data: unknown
  readonly valid: boolean
}

const ajv = newAjv(true)
for (const name of schemaNames()) ajv.addSchema(schema(name))

/** The errors that ajv in strict mode, metaschema included, has about a value; throws when a schema is unsound. */
export const errorsOf = (name: string, data: unknown): readonly ErrorObject[] => {
  const validator = ajv.getSchema(name)
  if (!validator) throw new Error(`${name}: ajv knows no schema of that $id`)
  return validator(data) ? [] : (validator.errors ?? [])
}

/** The committed instances of a schema. */
export const casesOf = (name: string): readonly Case[] =>
  JSON.parse(readFileSync(join(__dirname, `../schemas/${name}.cases.json`), 'utf8')) as readonly Case[]

const nodesBehind = (reference: string) =>
  new Set<unknown>(constraintsOf(schema(reference.replace('../', ''))).map(({ node }) => node))

const isBrokenBy = (constraint: Constraint, errors: readonly ErrorObject[]): boolean => {
  const { node, keyword, member, instance } = constraint
  if (keyword !== '$ref')
    return errors.some(
      error =>
        error.parentSchema === node &&
        error.keyword === keyword &&
        (member === undefined || error.params['missingProperty'] === member),
    )
  const behind = nodesBehind(String(node['$ref']))
  return errors.some(error => behind.has(error.parentSchema) && instance.test(error.instancePath))
}

/** The constraints of a schema that none of these cases breaks, as `schema#/place`. */
export const unbroken = (name: string, cases: readonly Case[]): readonly string[] => {
  const errors = cases.filter(({ valid }) => !valid).flatMap(({ data }) => errorsOf(name, data))
  return constraintsOf(schema(name))
    .filter(constraint => !isBrokenBy(constraint, errors))
    .map(({ at }) => `${name}#${at}`)
}
