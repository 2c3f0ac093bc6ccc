import { plain } from '../plain'

/** Characters that turn the direction of a text, hide in it, or are none: a reader would not see what stands there. */
const unseen = /[\u00AD\u061C\u180E\u200B-\u200F\u2028-\u202E\u2060-\u206F\uFEFF\uFFF9-\uFFFB]|\p{Surrogate}/gu

const named = (sign: string) => `⟨U+${(sign.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}⟩`

/** A text of a result as it is shown: nothing in it steers anything, and what could not be seen has its name. */
export const shown = (text: string): string => plain(text).replaceAll(unseen, named)

/** Whether all characters of a script can be seen, so that what is copied is what was read. */
export const isSeen = (script: string): boolean => {
  const text = script.replaceAll('\t', ' ')
  return shown(text) === text
}
