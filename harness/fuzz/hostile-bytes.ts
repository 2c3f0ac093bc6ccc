import * as fc from 'fast-check'
import type { Spoil } from './spoil'

const sequences = [
  ['a byte that is never UTF-8', [0xff]],
  ['an overlong encoding', [0xc0, 0x80]],
  ['an encoded surrogate', [0xed, 0xa0, 0x80]],
  ['a character beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
  ['a character that breaks off', [0xe2, 0x82]],
  ['a continuation without a beginning', [0x80]],
  ['a NUL', [0x00]],
  ['a raw control character', [0x1b]],
  ['a raw line break', [0x0a]],
] as const satisfies readonly (readonly [string, readonly number[]])[]

const around = (bytes: Buffer, place: number, inserted: readonly number[]) =>
  Buffer.concat([bytes.subarray(0, place), Buffer.from(inserted), bytes.subarray(place)])

const inserted: fc.Arbitrary<Spoil> = fc
  .tuple(fc.constantFrom(...sequences), fc.boolean(), fc.nat())
  .map(([[words, sequence], isInText, choice]) => good => {
    const bytes = Buffer.from(JSON.stringify(good), 'utf8')
    const place = isInText ? bytes.indexOf('":"') + 4 : choice % (bytes.length + 1)
    return { text: around(bytes, place, sequence), slip: `${words} at byte ${place}` }
  })

const marked: fc.Arbitrary<Spoil> = fc
  .constantFrom<readonly [string, (text: string) => Buffer]>(
    ['a byte order mark in front', text => Buffer.from(`\ufeff${text}`, 'utf8')],
    ['UTF-16 with a byte order mark', text => Buffer.from(`\ufeff${text}`, 'utf16le')],
    ['UTF-16 without a mark', text => Buffer.from(text, 'utf16le')],
    ['a NUL behind the end', text => Buffer.from(`${text}\u0000`, 'utf8')],
    ['nothing but NULs', text => Buffer.alloc(text.length)],
  )
  .map(([slip, encode]) => good => ({ text: encode(JSON.stringify(good)), slip }))

const noise: fc.Arbitrary<Spoil> = fc
  .uint8Array({ minLength: 1, maxLength: 64 })
  .map(bytes => () => ({ text: bytes, slip: `${bytes.length} bytes of noise` }))

/** Bytes that are no text: broken UTF-8, marks, other encodings, noise. */
export const brokenBytes: fc.Arbitrary<Spoil> = fc.oneof(
  { weight: 4, arbitrary: inserted },
  { weight: 2, arbitrary: marked },
  { weight: 1, arbitrary: noise },
)
