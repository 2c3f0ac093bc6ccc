import { allOperations, isVersioned, mediaTypeOf as catalogued, operations } from '../specs'
import type { Line, Request } from './request'

/** The generations of management media types, newest first. */
export const generations = ['application/json', 'vnd.Omnissa', 'vnd.vmware'] as const
export type Generation = (typeof generations)[number]

let chosen: Generation = 'application/json'

/** Sets the generation that all later management requests use; the preflight finds out which works. */
export const speak = (generation: Generation): void => {
  chosen = generation
}

/** The generation in use. */
export const spoken = (): Generation => chosen

/** The same generations as the catalogue calls them. */
const ages = { 'application/json': 'json', 'vnd.Omnissa': 'omnissa', 'vnd.vmware': 'vmware' } as const

const versioned = allOperations.filter(isVersioned).map(id => {
  const { method, path } = operations[id]
  return { id, method, path: new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]*')}$`) }
})

/** The operation whose media type a line takes: its own, or that of reading the same path where it has none. */
const operationOf = (line: Line) => {
  const [method, path = ''] = line.split(/[ ?]/)
  const here = versioned.filter(operation => operation.path.test(path))
  return here.find(operation => operation.method === method) ?? here.find(operation => operation.method === 'GET')
}

/** The media type of a management operation in a generation. */
export const mediaTypeOf = (line: Line, generation: Generation = chosen): string => {
  const operation = operationOf(line)
  return operation ? catalogued(operation.id, ages[generation]) : 'application/json'
}

/** `Accept`, and `Content-Type` where there is a body, for a management operation. */
export const mediaTypeHeaders = (
  line: Line,
  hasBody: boolean,
  generation: Generation = chosen,
): NonNullable<Request['headers']> => {
  const type = mediaTypeOf(line, generation)
  return { accept: type, ...(hasBody && { 'content-type': type }) }
}
