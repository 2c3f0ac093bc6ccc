import { stripVTControlCharacters } from 'node:util'
import type { Step } from './facts'

const width = 14

const plain = (text: string) => stripVTControlCharacters(text).replaceAll(/[\u0000-\u001F\u007F-\u009F]/g, ' ')

/** What was seen, a line each. */
export const inLines = (steps: readonly Step[]): string =>
  steps
    .map(({ step, observed, remark }) => `  ${step.padEnd(width)}${plain(observed)}${remark ? `: ${remark}` : ''}\n`)
    .join('')
