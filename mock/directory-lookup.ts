import { dropClients } from './client-lookup'
import type { DirectoryRow } from './directory'
import type { Exchange } from './exchange'
import { plainId } from './laws/names'
import { unknown } from './member-rules'
import type { Wire } from './wire'

/** All directories, those whose deletion is under way included. */
export const standingDirectories = ({ tenant, laws }: Exchange): readonly DirectoryRow[] =>
  [...tenant.store.directories.values()].filter(
    ({ directory, deletedAt }) => !laws.directories.isGone(deletedAt, tenant.clock.now(directory.id)),
  )

/** A directory by its id; undefined when there is none. */
export const findDirectory = ({ tenant, laws }: Exchange, id: string): DirectoryRow | undefined => {
  const row = tenant.store.directories.get(plainId(id))
  return row && !laws.directories.isGone(row.deletedAt, tenant.clock.now(row.directory.id)) ? row : undefined
}

/** Keeps the new state of a directory. */
export const keepDirectory = ({ tenant }: Exchange, row: DirectoryRow): void =>
  void tenant.store.directories.set(row.directory.id, row)

/** Begins the deletion of a directory: its sync client, users and groups go at once, itself a little later. */
export const dropDirectory = (exchange: Exchange, { directory, sync }: DirectoryRow): void => {
  const { store, clock } = exchange.tenant
  if (sync) dropClients(exchange, [sync.client_id])
  for (const { id, directory: home } of store.resources.values()) if (home === directory.id) store.resources.delete(id)
  const deletedAt = exchange.laws.directories.deletionBegins(clock.now(directory.id))
  keepDirectory(exchange, { directory, ...(deletedAt !== undefined && { deletedAt }) })
}

/** The answer where there is no such directory. */
export const unknownDirectory = (): Wire => unknown('directory', 'directory')
