import type { Ajv } from 'ajv'
import type { DataValidationCxt } from 'ajv/dist/types'

const siblingOf = (context: DataValidationCxt | undefined, name: string): unknown =>
  Object.entries(context?.parentData ?? {}).find(([member]) => member === name)?.[1]

/** A number passes when the named sibling is no number (its own constraint speaks then) or is not smaller. */
const atMost = (sibling: string, value: number, _: unknown, context?: DataValidationCxt): boolean => {
  const limit = siblingOf(context, sibling)
  return typeof limit !== 'number' || value <= limit
}

/** A string passes when the named sibling is no array (nothing to compare with) or holds it. */
const among = (sibling: string, value: string, _: unknown, context?: DataValidationCxt): boolean => {
  const list = siblingOf(context, sibling)
  return !Array.isArray(list) || list.includes(value)
}

/**
 * Declares our own keywords to ajv, so that `strict` stays on:
 * - `requirement` (annotation): the id of the requirement that speaks of this place;
 * - `surely` (annotation): narrower keywords, the part of the space that every legitimate tenant accepts. What lies
 *   between the base keywords and `surely` is undecided by the documents;
 * - `undecided` (annotation): the keywords beside it that are documented, but that a legitimate tenant may not enforce;
 *   a value that breaks one of them is not surely refused;
 * - `atMost`: a number does not exceed the sibling member of that name;
 * - `among`: a string is one of the strings in the sibling array of that name.
 */
export const declareKeywords = (ajv: Ajv): void => {
  ajv.addKeyword({ keyword: 'requirement', metaSchema: { type: 'string', pattern: '^[A-Z0-9]+-[0-9]{3}$' } })
  ajv.addKeyword({ keyword: 'surely', metaSchema: { type: 'object', minProperties: 1 } })
  ajv.addKeyword({ keyword: 'undecided', metaSchema: { type: 'array', items: { type: 'string' }, minItems: 1 } })
  ajv.addKeyword({ keyword: 'atMost', type: 'number', schemaType: 'string', validate: atMost })
  ajv.addKeyword({ keyword: 'among', type: 'string', schemaType: 'string', validate: among })
}
