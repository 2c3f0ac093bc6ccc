import { styleText } from 'node:util'

type Style = (text: string) => string

export interface Paint {
  readonly bold: Style
  readonly faint: Style
  readonly bad: Style
  readonly unsure: Style
  readonly good: Style
}

const inStyles =
  (...styles: Parameters<typeof styleText>[0][]): Style =>
  text =>
    styles.reduce((painted, style) => styleText(style, painted), text)

const asIs: Style = text => text

/** Colours for a terminal. */
export const coloured: Paint = {
  bold: inStyles('bold'),
  faint: inStyles('dim'),
  bad: inStyles('red', 'bold'),
  unsure: inStyles('yellow', 'bold'),
  good: inStyles('green', 'bold'),
}

/** No colours: files, pipes, `NO_COLOR`. */
export const uncoloured: Paint = { bold: asIs, faint: asIs, bad: asIs, unsure: asIs, good: asIs }
