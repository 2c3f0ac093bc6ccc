import { brotliDecompressSync, gunzipSync, inflateSync } from 'node:zlib'
import { codeOf, Trouble } from './trouble'

/** Bytes of a body that are read; an endless body must not fill the memory, nor a small one that unpacks to one. */
export const enough = 16 * 1024 * 1024

/** What a body larger than that comes to. */
export const tooLarge = (): Trouble => new Trouble('the reply is larger than 16 MiB')

const decoders: Readonly<Record<string, (bytes: Buffer, limits: { maxOutputLength: number }) => Buffer>> = {
  gzip: gunzipSync,
  'x-gzip': gunzipSync,
  deflate: inflateSync,
  br: brotliDecompressSync,
}

const decodedOnce = (bytes: Buffer, coding: string): Buffer => {
  const decode = decoders[coding]
  if (!decode) throw new Trouble('the reply has a content coding that is not known here')
  try {
    return decode(bytes, { maxOutputLength: enough })
  } catch (error) {
    if (codeOf(error) === 'ERR_BUFFER_TOO_LARGE') throw tooLarge()
    throw new Trouble('the reply is not coded as its Content-Encoding says', { cause: error })
  }
}

/**
 * The bytes of a body without its content codings. Nobody asks for one, but a request that asks for none allows them
 * all (RFC 9110 12.5.3), and what stands in front of a tenant may make use of that.
 * @param headers names in lower case
 * @throws Trouble where it cannot be decoded, or not to anything of a reasonable size
 */
export const decoded = (bytes: Buffer, headers: readonly (readonly [name: string, value: string])[]): Buffer => {
  if (bytes.length === 0) return bytes
  return headers
    .filter(([name]) => name === 'content-encoding')
    .flatMap(([, value]) => value.toLowerCase().split(','))
    .map(coding => coding.trim())
    .filter(coding => coding !== '' && coding !== 'identity')
    .reduceRight(decodedOnce, bytes)
}
