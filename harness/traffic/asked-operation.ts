import { allOperations, operation } from '../../specs'

/** What requests are called that no documented operation would get. */
export const noOperation = 'other'

const literal = (text: string) => text.replaceAll(/[.*+?^$()|[\]\\]/g, String.raw`\$&`)

/** Operations without a parameter by their request line: most requests are found at once. */
const exact = new Map<string, string>()

/** Those with one, by method. */
const patterned = new Map<string, { readonly pattern: RegExp; readonly line: string }[]>()

for (const id of allOperations) {
  const { method, path } = operation(id)
  const line = `${method} ${path}`
  if (!path.includes('{')) exact.set(line, line)
  else {
    const pattern = new RegExp(`^${literal(path).replaceAll(/\{\w+\}/g, '[^/]+')}$`)
    patterned.set(method, [...(patterned.get(method) ?? []), { pattern, line }])
  }
}

/**
 * The documented operation a request is for, by method and path; its query does not matter.
 * @param requested method and target, as in `GET /acs/broker/oauth2-clients/my-client`
 * @returns the operation as the reference writes it, `GET /acs/broker/oauth2-clients/{id}`; `other` for none
 */
export const askedOperation = (requested: string): string => {
  const mark = requested.indexOf('?')
  const line = mark < 0 ? requested : requested.slice(0, mark)
  const blank = line.indexOf(' ')
  const path = line.slice(blank + 1)
  const found = patterned.get(line.slice(0, blank))?.find(({ pattern }) => pattern.test(path))
  return exact.get(line) ?? found?.line ?? noOperation
}
