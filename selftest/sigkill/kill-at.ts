import { isDeepStrictEqual } from 'node:util'
import type { Served } from '../../mock/serve'
import { begin, journaled, killAll } from '../conformance-process'
import { everythingOn } from '../everything-on'

/** What became of a run that was killed, and of what it had made. */
export interface Killed {
  /** Lines of its journal at the moment of the kill. */
  readonly moment: number
  /** Things that were on the tenant then and were not there before. */
  readonly orphans: number
  /** The exit status of the sweep, and what it said. */
  readonly status: number
  readonly said: string
  readonly isAsBefore: boolean
}

/** Areas that make every kind of thing; nothing waits. */
const writing = ['suites/journey', 'suites/rotation', 'suites/authorization', '--grep-invert', '@slow|@fuzz']

/** How a command is told of the tenant, as of a real one. */
export const settingsFor = ({ baseUrl, client }: Served, folder: string): Readonly<Record<string, string>> => ({
  TENANT_BASE_URL: baseUrl,
  TENANT_CLIENT_ID: client.id,
  TENANT_CLIENT_SECRET: client.secret,
  TENANT_WRITES: 'allow',
  TENANT_RATE: '1000',
  TENANT_CONCURRENCY: '100',
  TENANT_OIDC_CONFIGURATION_URL: 'https://idp.example/.well-known/openid-configuration',
  RESULTS_DIR: folder,
})

/** Does what `npm run sweep` does. */
export const sweeping = async (
  settings: Readonly<Record<string, string>>,
  options: readonly string[] = [],
): Promise<{ readonly status: number; readonly said: string }> => {
  const command = begin(['harness/sweep/main.ts', ...options], settings)
  return { status: await command.ended, said: command.said() }
}

/**
 * Kills a writing run, the whole tree of its processes, when its journal has so many lines, and sweeps.
 * @param folder where the run writes to
 */
export const killAt = async (served: Served, folder: string, moment: number): Promise<Killed> => {
  const settings = settingsFor(served, folder)
  const before = await everythingOn(served)
  const run = begin(['harness/conformance.ts', ...writing], settings)
  await journaled(folder, moment, run)
  killAll(run)
  await run.ended
  const left = await everythingOn(served)
  const { status, said } = await sweeping(settings)
  const after = await everythingOn(served)
  return { moment, orphans: left.length - before.length, status, said, isAsBefore: isDeepStrictEqual(after, before) }
}
