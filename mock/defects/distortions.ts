import type { Distortion } from '../tenant'
import type { Wire } from '../wire'

type Members = Readonly<Record<string, unknown>>
type Edit = (members: Members, name: string) => Members

const isObject = (value: unknown): value is Members => typeof value === 'object' && value !== null

/** Edits the last member of a path such as `errors.0.code` in a copy; a path that leads nowhere changes nothing. */
const edited = (body: unknown, [name = '', ...rest]: readonly string[], edit: Edit): unknown => {
  if (!isObject(body)) return body
  const inner = rest.length > 0 && name in body ? { [name]: edited(body[name], rest, edit) } : {}
  const members = rest.length === 0 ? edit({ ...body }, name) : { ...body, ...inner }
  return Array.isArray(body) ? Object.values(members) : members
}

const editing =
  (path: string, edit: Edit): Distortion =>
  wire => ({ ...wire, body: edited(wire.body, path.split('.'), edit) })

const ifPresent =
  (edit: Edit): Edit =>
  (members, name) =>
    name in members ? edit(members, name) : members

const without = (members: Members, name: string): Members =>
  Object.fromEntries(Object.entries(members).filter(([other]) => other !== name))

/** The member is absent. */
export const dropping = (member: string): Distortion => editing(member, without)

/** The member has another name; its place in the object does not matter. */
export const renaming = (member: string, name: string): Distortion =>
  editing(
    member,
    ifPresent((members, old) => ({ ...without(members, old), [name]: members[old] })),
  )

const types = {
  string: String,
  number: (value: unknown) => (Number.isFinite(Number(value)) ? Number(value) : 42),
  array: (value: unknown) => [value],
  object: (value: unknown) => ({ value }),
  null: () => null,
} as const

/** The member has another type. */
export const retyping = (member: string, as: keyof typeof types): Distortion =>
  editing(
    member,
    ifPresent((members, name) => ({ ...members, [name]: types[as](members[name]) })),
  )

/** The member is there, with this value. */
export const withMember = (member: string, value: unknown): Distortion =>
  editing(member, (members, name) => ({ ...members, [name]: value }))

/** Another status. */
export const withStatus =
  (status: number): Distortion =>
  wire => ({ ...wire, status })

/** Without a header field. */
export const withoutHeader =
  (name: string): Distortion =>
  wire => ({ ...wire, headers: Object.fromEntries(Object.entries(wire.headers).filter(([other]) => other !== name)) })

/** With a header field, by lower-case name. */
export const withHeader =
  (name: string, value: string): Distortion =>
  wire => ({ ...wire, headers: { ...wire.headers, [name]: value } })

/** The body is a member of another object. */
export const wrappedIn =
  (member: string): Distortion =>
  wire => ({ ...wire, body: { [member]: wire.body } })

/** A page for people instead of an answer for programs. */
export const asHtml = (): Distortion => wire => ({
  ...wire,
  headers: { ...wire.headers, 'content-type': 'text/html' },
  body: `<html><body><h1>Error ${wire.status}</h1></body></html>`,
})

/** Nothing where a body should be. */
export const withoutBody = (): Distortion => wire => ({ ...wire, body: undefined })

const when =
  (applies: (wire: Wire) => boolean) =>
  (distortion: Distortion): Distortion =>
  wire =>
    applies(wire) ? distortion(wire) : wire

/** Only refusals are distorted; the answer to a foreign Host is none. */
export const onRefusals = when(({ status }) => status >= 400 && status !== 444)

/** Only answers with this status are distorted. */
export const onStatus = (status: number): ((distortion: Distortion) => Distortion) =>
  when(wire => wire.status === status)
