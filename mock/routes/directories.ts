import { freshId } from '../chance'
import type { Members } from '../client'
import { dropDirectory, findDirectory, keepDirectory, standingDirectories, unknownDirectory } from '../directory-lookup'
import type { Directory, DirectoryRow } from '../directory'
import type { Exchange } from '../exchange'
import { conflict, merged, problemOf, problemsOf } from '../member-rules'
import type { MemberRules } from '../member-rules'
import { accepted, created, denied, ok, route } from '../route'
import type { Problem } from '../route'
import type { Wire } from '../wire'

const path = '/usergroup/broker/directories'
const dialect = 'envelope'

const rulesOf = ({ laws: { directories: law } }: Exchange): MemberRules => ({
  name: [law.nameFits, 'must be 1 to 128 letters, digits, blanks, hyphens or underscores'],
  domains: [law.domainsFit, 'must be a list of up to 30 different names'],
  default_domain: [law.defaultDomainFits, 'must be text of up to 100 characters'],
  source: [law.sourceFits, 'must be a known source'],
  type: [law.typeFits, 'must be a known type'],
  attributes: [law.attributesFit, 'must hold true or false'],
})

const addressOf = ({ tenant }: Exchange, { id }: Directory): string => `${tenant.baseUrl}${path}/${id}`

const viewOf = (exchange: Exchange, { directory, deletedAt }: DirectoryRow, shown: Members): Members => ({
  ...shown,
  delete_in_progress: deletedAt !== undefined,
  _links: { self: { href: addressOf(exchange, directory) } },
})

const fullView = (exchange: Exchange, row: DirectoryRow): Members =>
  viewOf(exchange, row, exchange.laws.directories.shown(row.directory))

const notAmong: Problem = problemOf('directory', 'default_domain', 'unknown', 'default_domain must be one of domains.')
const emptied: Problem = problemOf('directory', 'domains', 'empty', 'domains cannot be emptied.')

/** What keeps a directory from becoming what it is meant to be; undefined when nothing does. */
const objection = (exchange: Exchange, problems: readonly Problem[], directory: Directory): Wire | undefined => {
  const { directories: law } = exchange.laws
  if (problems.length > 0) return denied(400, problems)
  if (!law.isAmongItsDomains(directory)) return denied(400, [notAmong])
  const others = standingDirectories(exchange).filter(other => other.directory.id !== directory.id)
  if (others.some(other => law.sameName(other.directory, directory)))
    return conflict('directory.with.name', 'A directory of this name already exists.')
  return others.some(other => law.sharesDomain(other.directory, directory))
    ? conflict('directory.with.domain', 'A domain of this directory already exists.')
    : undefined
}

const list = route(
  `GET ${path}`,
  { right: 'directories:read', dialect, reads: 'nothing', answers: 'directory-list' },
  exchange =>
    ok(
      {
        items: standingDirectories(exchange).map(row =>
          viewOf(exchange, row, exchange.laws.directories.summary(row.directory)),
        ),
        _links: { self: { href: `${exchange.tenant.baseUrl}${path}` } },
      },
      { 'content-type': exchange.type },
    ),
)

const create = route(
  `POST ${path}`,
  { right: 'directories:write', dialect, reads: 'json', takes: 'directory', answers: 'directory' },
  exchange => {
    const { laws, json, type } = exchange
    const { required, writable, isNone } = laws.directories
    const draft = json().members
    const directory = merged({ id: freshId() }, draft, writable, isNone) as unknown as Directory

    const refusal = objection(exchange, problemsOf('directory', rulesOf(exchange), draft, required), directory)
    if (refusal) return refusal

    keepDirectory(exchange, { directory })
    return created(fullView(exchange, { directory }), {
      'content-type': type,
      location: addressOf(exchange, directory),
    })
  },
)

const read = route(
  `GET ${path}/{id}`,
  { right: 'directories:read', dialect, reads: 'nothing', answers: 'directory' },
  exchange => {
    const row = findDirectory(exchange, exchange.id)
    return row ? ok(fullView(exchange, row), { 'content-type': exchange.type }) : unknownDirectory()
  },
)

/** Members that are mentioned change, all of them or none. */
const change = route(
  `PATCH ${path}/{id}`,
  { right: 'directories:write', dialect, reads: 'json', takes: 'directory', answers: 'directory' },
  exchange => {
    const { laws, json, type } = exchange
    const { changeable, isEmptied, isNone } = laws.directories
    const before = findDirectory(exchange, exchange.id)
    if (!before) return unknownDirectory()
    if (before.deletedAt !== undefined) return conflict('directory.deletion', 'The directory is being deleted.')

    const draft = json().members
    const directory = merged({ ...before.directory }, draft, changeable, isNone) as unknown as Directory
    const problems = problemsOf('directory', rulesOf(exchange), draft, [])
    const refusal = objection(exchange, isEmptied(draft.domains) ? [...problems, emptied] : problems, directory)
    if (refusal) return refusal

    keepDirectory(exchange, { ...before, directory })
    return ok(fullView(exchange, { ...before, directory }), { 'content-type': type })
  },
)

/** Deletion is promised, not done, when the answer comes. */
const remove = route(`DELETE ${path}/{id}`, { right: 'directories:write', dialect, reads: 'nothing' }, exchange => {
  const row = findDirectory(exchange, exchange.id)
  if (!row) return unknownDirectory()
  if (row.deletedAt === undefined) dropDirectory(exchange, row)
  return accepted()
})

export const directories = [list, create, read, change, remove] as const
