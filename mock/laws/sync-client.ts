import type { Client, Secrets } from '../client'
import type { SyncConfiguration } from '../directory'

/** Exactly this action, spelled like this, once. */
const actionFits = (values: readonly string[]): boolean => values.length === 1 && values[0] === 'generate_credentials'

const flagFits = (value: unknown): boolean => typeof value === 'boolean'

/** Minutes, from one to two years. */
const lifetimeFits = (value: unknown): boolean =>
  Number.isInteger(value) && (value as number) >= 1 && (value as number) <= 1_051_200

/** What holds until something is agreed: an id and a secret, and half a year in minutes. */
const usual = { generate_token: false, token_ttl: 262_800 } as Omit<SyncConfiguration, 'client_id'>

/** What a request says, else what was saved, else the usual. */
const agreed = (
  saved: Omit<SyncConfiguration, 'client_id'> | undefined,
  draft: Readonly<Record<string, unknown>>,
): Omit<SyncConfiguration, 'client_id'> => {
  const { generate_token, token_ttl } = saved ?? usual
  return {
    generate_token: typeof draft.generate_token === 'boolean' ? draft.generate_token : generate_token,
    token_ttl: typeof draft.token_ttl === 'number' ? draft.token_ttl : token_ttl,
  }
}

/** New credentials end the life of all tokens issued so far. */
const generation = (before: number): number => before + 1

/** Minutes agreed, seconds lived. */
const seconds = ({ token_ttl }: SyncConfiguration): number => token_ttl * 60

/** What a reader sees: neither secret nor token. */
const shown = (configuration: SyncConfiguration, _secrets: Secrets | undefined): Readonly<Record<string, unknown>> => ({
  ...configuration,
})

/** Reading leaves the sync client as it is. */
const afterRead = (client: Client): Client => client

export const syncClient = { actionFits, afterRead, agreed, flagFits, generation, lifetimeFits, seconds, shown }
