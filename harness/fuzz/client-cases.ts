import * as fc from 'fast-check'
import { arbitrary, type Overrides } from './arbitrary'
import { clientIds } from './client-id'
import { hostileBodies, type Hostile } from './hostile'
import { nearMisses, type NearMiss, type Which } from './near-miss'

const name = 'clients/create'

/** A registration as `clients/create` allows it, with the members every one has. */
export interface Registration {
  readonly client_id: string
  readonly [member: string]: unknown
}

const named = (mark: string, secret?: string): Overrides => ({
  '/client_id': clientIds(mark),
  ...(secret !== undefined && { '/secret': fc.constant(secret) }),
})

/**
 * Registrations that every tenant accepts.
 * @param mark a name nobody else has: `given.name()`
 */
export const validClients = (mark: string): fc.Arbitrary<{ readonly body: Registration }> =>
  arbitrary(name, named(mark)).map(body => ({ body: body as Registration }))

/** Registrations that break one documented constraint each, out of those asked for. */
export const nearMissClients = (mark: string, which: Which = {}): fc.Arbitrary<NearMiss> =>
  nearMisses(name, named(mark), which)

/**
 * Registrations as nobody sends them.
 * @param secret stands in all of them, where they can still be read
 */
export const hostileClients = (mark: string, secret: string): fc.Arbitrary<Hostile> =>
  hostileBodies(name, named(mark, secret))
