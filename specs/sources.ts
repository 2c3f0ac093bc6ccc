import { numbered, placed, type Citation, type Numbered, type Placed } from './documents'
import { allOperations, operation, type OperationId } from './operations'

export type { Citation } from './documents'

const reference =
  'https://raw.githubusercontent.com/euc-dev/ws1-identity-services-api/479d11c34211aee79b9e9cd700cf77a40f8f28fc/docs/omnissa-identity-service-api-doc.json'

/** A fragment that makes a browser scroll to a text in a plain file. */
const textFragment = (text: string): string => `#:~:text=${encodeURIComponent(text).replaceAll('-', '%2D')}`

/** The steps of a JSON pointer, unescaped. */
const steps = (pointer: string): string[] =>
  pointer
    .slice(1)
    .split('/')
    .map(step => step.replaceAll('~1', '/').replaceAll('~0', '~'))

const operationAt = (path: string, method: string): OperationId | undefined =>
  allOperations.find(id => operation(id).path === path && operation(id).method === method.toUpperCase())

const split = (citation: Citation): [document: string, at: string] => {
  const hash = citation.indexOf('#')
  return [citation.slice(0, hash), citation.slice(hash + 1)]
}

const unknown = (citation: string): Error => new Error(`${citation} names no place we know; see specs/sources.ts`)

const isPlaced = (name: string): name is keyof Placed => Object.hasOwn(placed, name)
const isNumbered = (name: string): name is keyof Numbered => Object.hasOwn(numbered, name)

const referenceUrl = (pointer: string): string => {
  const [top = '', name = '', method = ''] = steps(pointer)
  if (top === 'components') return reference + textFragment(`"${steps(pointer)[2]}": {`)
  const id = operationAt(name, method)
  if (!id) throw unknown(`reference#${pointer}`)
  return reference + textFragment(`"operationId": "${id}"`)
}

/** A query parameter's name from its position; the reference lists the path's own parameters first. */
const parameterName = (id: OperationId, position: string): string => {
  const { path, parameters = [] } = operation(id)
  return parameters[Number(position) - path.split('{').length + 1] ?? `parameter ${position}`
}

const referenceLabel = (pointer: string): string => {
  const [top = '', second = '', third = '', kind, last] = steps(pointer)
  if (top === 'components')
    return ['reference, ' + third, kind === 'properties' ? last : kind].filter(Boolean).join('.')
  const id = operationAt(second, third)
  if (!id) throw unknown(`reference#${pointer}`)
  const detail = {
    parameters: () => parameterName(id, last ?? ''),
    responses: () => last,
    requestBody: () => 'request',
  }
  const spoken = detail[kind as keyof typeof detail]?.()
  return ['reference, ' + id, spoken].filter(Boolean).join(' ')
}

/** The link a reader opens to see a citation. Throws on a place that does not exist. */
export const urlOf = (citation: Citation): string => {
  const [document, at] = split(citation)
  if (document === 'reference') return referenceUrl(at)
  if (isPlaced(document)) {
    const url = (placed[document].places as Record<string, string>)[at]
    if (!url) throw unknown(citation)
    return url
  }
  if (isNumbered(document)) return numbered[document].url(at)
  if (!/^rfc\d+$/.test(document)) throw unknown(citation)
  const kind = /^[A-Z]/.test(at) ? 'appendix' : 'section'
  return `https://www.rfc-editor.org/rfc/${document}#${kind}-${at}`
}

/** A citation in words, short enough for a table: `RFC 6749 §5.2`, `guide, step-2`. */
export const labelOf = (citation: Citation): string => {
  const [document, at] = split(citation)
  if (document === 'reference') return referenceLabel(at)
  if (isPlaced(document)) return `${placed[document].name}, ${at}`
  if (isNumbered(document)) return `${numbered[document].name} §${at}`
  return `${document.toUpperCase().replace('RFC', 'RFC ')} §${at}`
}
