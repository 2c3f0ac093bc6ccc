import * as fc from 'fast-check'
import { schema } from '../schemas'
import { membersOf, numberIn } from './schema-node'

/** The marks of all checks are this long, so that a seed gives the same bodies in every run. */
const markLength = 32

const unique = fc.noShrink(fc.noBias(fc.maxSafeNat())).map(number => number.toString(36).padStart(11, '0'))

const clientIdSchema = () => membersOf(schema('clients/create')).find(([name]) => name === 'client_id')?.[1] ?? {}

/** The characters the schema permits: digits and lower case first, because shrinking goes there. */
const permitted = (): readonly string[] => {
  const pattern = new RegExp(String(clientIdSchema().pattern), 'u')
  const printable = Array.from({ length: 95 }, (_, index) => String.fromCodePoint(index + 32))
  const isSimple = (character: string) => /[0-9a-z]/.test(character)
  const fitting = printable.filter(character => pattern.test(character))
  return [...fitting.filter(isSimple), ...fitting.filter(character => !isSimple(character))]
}

/**
 * Client ids that are nobody else's and carry the mark of this run: the mark, something random, then any permitted
 * characters, up to the documented length.
 * @param mark a name nobody else has, as `given.name()` makes them
 */
export const clientIds = (mark: string): fc.Arbitrary<string> => {
  const longest = numberIn(clientIdSchema(), 'maxLength', 256)
  const front = `${mark}-`.padEnd(markLength, '-')
  const room = longest - front.length - 11
  const character = fc.constantFrom(...permitted())
  const rest = (minLength: number, maxLength: number) =>
    fc.string({ unit: character, minLength, maxLength, size: 'max' })
  const tail = fc.oneof(
    { withCrossShrink: true },
    { weight: 1, arbitrary: fc.constant('') },
    { weight: 4, arbitrary: rest(0, 24) },
    { weight: 1, arbitrary: rest(0, room) },
    { weight: 1, arbitrary: fc.noShrink(rest(room, room)) },
  )
  return fc.tuple(unique, tail).map(([middle, end]) => front + middle + end)
}
