import { knownSecrets, type KnownSecret } from './secret-book'

/** In which spelling a secret was found. */
export type Spelling = 'plain' | 'url' | 'form' | 'json' | 'base64' | 'part'
type Form = readonly [text: string, spelling: Spelling]

/** Base64 of a value that stands somewhere inside a longer text: what does not depend on its neighbours. */
const inside = (value: string): string[] =>
  [0, 1, 2].map(shift => {
    const bytes = Buffer.concat([Buffer.alloc(shift), Buffer.from(value, 'utf8')])
    const text = bytes.toString('base64').replaceAll('=', '')
    const from = shift === 0 ? 0 : shift + 1
    return text.slice(from, text.length - (bytes.length % 3 === 0 ? 0 : 1))
  })

const segments = (value: string): string[] =>
  /^[\w-]+\.[\w-]+\.[\w-]*$/.test(value)
    ? value
        .split('.')
        .slice(1)
        .filter(part => part.length >= 24)
    : []

/** Shorter texts would replace half the report. */
const isWorthHiding = ([text]: Form) => text.length >= 6

const formsOf = (value: string): Form[] => {
  const inBase64 = inside(value).filter(text => text.length >= 12)
  const forms: Form[] = [
    [value, 'plain'],
    [JSON.stringify(value).slice(1, -1), 'json'],
    [encodeURIComponent(value), 'url'],
    [new URLSearchParams([['', value]]).toString().slice(1), 'form'],
    ...inBase64.map(text => [text, 'base64'] as const),
    ...inBase64.map(text => [text.replaceAll('+', '-').replaceAll('/', '_'), 'base64'] as const),
    ...inBase64.map(text => [encodeURIComponent(text), 'base64'] as const),
    ...segments(value).map(text => [text, 'part'] as const),
  ]
  return forms.filter(isWorthHiding).filter(([text], index) => forms.findIndex(([other]) => other === text) === index)
}

/** Every spelling in which a value could stand in a text: plain, escaped, URL-encoded, in Base64. */
export const spellings = (value: string): readonly string[] => formsOf(value).map(([text]) => text)

const remembered = new WeakMap<KnownSecret, readonly Form[]>()

const formsOfKnown = (secret: KnownSecret): readonly Form[] => {
  const forms = remembered.get(secret) ?? formsOf(secret.value)
  remembered.set(secret, forms)
  return forms
}

const longestFirst = ([a]: readonly [string, ...unknown[]], [b]: readonly [string, ...unknown[]]) => b.length - a.length

/**
 * Replaces every known secret in a text, in every spelling.
 * @param stand what to put in its place, given its name and the spelling found
 */
export const replaceSecrets = (text: string, stand: (name: string, spelling: Spelling) => string): string => {
  const found = knownSecrets().flatMap(secret =>
    formsOfKnown(secret)
      .filter(([form]) => text.includes(form))
      .map(([form, spelling]) => [form, secret.name, spelling] as const),
  )
  return found
    .sort(longestFirst)
    .reduce((all, [form, name, spelling]) => all.replaceAll(form, stand(name, spelling)), text)
}

/** A text fit to be shown: every known secret is replaced by the name of the variable that stands for it. */
export const mask = (text: string): string =>
  replaceSecrets(text, (name, spelling) => (spelling === 'plain' ? `\${${name}}` : `\${${name} as ${spelling}}`))
