import { readFileSync } from 'node:fs'
import { Ajv2020 } from 'ajv/dist/2020.js'
import { repository } from '../reporters/surroundings'

const schema = JSON.parse(readFileSync(`${repository}/selftest/conformance.shape.json`, 'utf8')) as object

const validate = new Ajv2020({ strict: true, allErrors: true, strictRequired: false, allowUnionTypes: true }).compile(
  schema,
)

/** What is wrong with a `conformance.json`; empty when other tools can rely on it. */
export const explainShape = (value: unknown): string =>
  validate(value)
    ? ''
    : (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`).join('\n')
