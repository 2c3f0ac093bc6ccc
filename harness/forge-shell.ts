import { nameOf } from './secret-book'

/** A text as one shell word. */
const quoted = (text: string) => `'${text.replaceAll("'", String.raw`'\''`)}'`

const encode = `base64 -w0 | tr '+/' '-_' | tr -d '='`

/** Padding first: not every base64 takes a text without. */
const claims = String.raw`s=$(cut -d. -f2 <<<"$t" | tr '_-' '/+')===; base64 -d <<<"${'$'}{s:0:$((${'$'}{#s} / 4 * 4))}"`

/** A shell expression over a known token, which the commands find in `$t`. */
const over = (token: string, commands: string) => `$(t=${nameOf(token)}; ${commands})`

/** The signing input into `$i`: a header as given, the claims of the token. */
const input = (header: string) => `i=$(printf %s ${header} | ${encode}).$(cut -d. -f2 <<<"$t")`

const signedBy = (command: string) => `printf '%s.%s' "$i" "$(printf %s "$i" | ${command} | ${encode})"`

const modulus = String.raw`printf "$(openssl rsa -noout -modulus <<<"$k" | cut -d= -f2 | sed 's/../\\x&/g')" | ${encode}`

/** Shell expressions that forge again what `forge.ts` forges, from the reader's own tokens (bash, coreutils, openssl). */
export const shell = {
  flipped: (token: string) =>
    over(
      token,
      String.raw`s=${'$'}{t##*.}; i=$((${'$'}{#s} / 2)); c=A; [ "${'$'}{s:i:1}" = A ] && c=B; printf %s "${'$'}{t%.*}.${'$'}{s:0:i}$c${'$'}{s:i+1}"`,
    ),
  cut: (token: string, count: number) => over(token, `printf %s "\${t%${'?'.repeat(count)}}"`),
  swapped: (token: string, other: string) =>
    over(token, String.raw`o=${nameOf(other)}; printf %s "${'$'}{t%.*}.${'$'}{o##*.}"`),
  parts: (token: string, parts: string) => over(token, `printf %s "${parts}"`),
  claims: (token: string, pattern: string, replacement: string) =>
    over(
      token,
      String.raw`p=$(${claims} | sed -E ${quoted(`s#${pattern}#${replacement}#g`)} | ${encode}); printf %s "${'$'}{t%%.*}.$p.${'$'}{t##*.}"`,
    ),
  unsigned: (token: string, header: string, signature: 'none' | 'old') =>
    over(
      token,
      String.raw`${input(quoted(header))}; printf %s "$i.${signature === 'none' ? '' : String.raw`${'$'}{t##*.}`}"`,
    ),
  mac: (token: string, header: string, key: Buffer) =>
    over(
      token,
      `${input(quoted(header))}; ${signedBy(`openssl dgst -sha256 ${key.length === 0 ? "-hmac ''" : `-mac HMAC -macopt hexkey:${key.toString('hex')}`} -binary`)}`,
    ),
  /** @param header may speak of `$n`, the modulus of a fresh key */
  stranger: (token: string, header: string) =>
    over(
      token,
      `k=$(openssl genrsa 2048 2>/dev/null); n=$(${modulus}); ${input(`"${header.replaceAll('"', String.raw`\"`)}"`)}; ${signedBy('openssl dgst -sha256 -sign <(printf %s "$k") -binary')}`,
    ),
} as const
