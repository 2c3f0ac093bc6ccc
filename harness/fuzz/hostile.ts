import * as fc from 'fast-check'
import { schema } from '../schemas'
import { arbitrary, type Overrides } from './arbitrary'
import { having } from './having'
import { brokenBytes } from './hostile-bytes'
import { brokenSyntax } from './hostile-syntax'
import { oddMembers } from './hostile-members'
import type { Body } from './repair'
import type { Spoil } from './spoil'

/** A request body as bytes, and what is wrong with it in words. */
export interface Hostile {
  readonly body: Uint8Array
  readonly slip: string
}

/**
 * Bodies that no well-behaved client sends: broken syntax, broken encoding, doubled and dangerous names, wrong types
 * everywhere, extreme sizes. Some are valid JSON by accident, and a tenant may accept them; it may never stumble.
 * @param name the request schema that good bodies are made of
 * @param overrides as for `arbitrary`, always present; a marker secret goes there
 * @param megabytes how many of 200 bodies have about a megabyte
 */
export const hostileBodies = (name: string, overrides: Overrides, megabytes = 4): fc.Arbitrary<Hostile> => {
  const spoils = fc.oneof(
    { weight: 60, arbitrary: brokenSyntax },
    { weight: 40, arbitrary: brokenBytes },
    { weight: 100 - megabytes, arbitrary: oddMembers },
    { weight: megabytes, arbitrary: hugeMembers },
  )
  const whole = Object.keys(overrides).reduce((node, at) => having(node, at.split('/').slice(1)), schema(name))
  return fc.tuple(arbitrary(whole, overrides), spoils).map(([good, spoil]) => {
    const { text, slip } = spoil(good as Body)
    return { slip, body: typeof text === 'string' ? Buffer.from(text, 'utf8') : text }
  })
}

const hugeMembers: fc.Arbitrary<Spoil> = fc
  .tuple(fc.nat(), fc.constantFrom('a', 'é', '\\', '"', '\n'))
  .map(([choice, character]) => good => {
    const names = Object.keys(good)
    const name = names[choice % names.length] ?? 'client_id'
    return {
      text: JSON.stringify({ ...good, [name]: character.repeat(1_000_000) }),
      slip: `${name} is a text of 1,000,000 characters`,
    }
  })
