import { stripVTControlCharacters } from 'node:util'

const stackLine = /^\s+at .*(?:\d+:\d+|<anonymous>|native)\)?$/
const errorName = /^(?:(?:[A-Za-z]*(?:Error|Problem)|Violation|Trouble): )+/

/** Removes colours and replaces other control characters, so that text from a tenant cannot steer a terminal. */
export const plain = (text: string): string =>
  stripVTControlCharacters(text)
    .replaceAll('\r\n', '\n')
    .replaceAll(/[\u0000-\u0009\u000B-\u001F\u007F-\u009F]/g, ' ')

/** The text of an error for people: no colours, no stack, no name of an error class in front. */
export const message = (text: string): string =>
  plain(text)
    .split('\n')
    .filter(line => !stackLine.test(line))
    .join('\n')
    .trim()
    .replace(errorName, '')

/** Shortens a text to a number of characters, marking the cut. */
export const shortened = (text: string, length: number): string =>
  text.length > length ? `${text.slice(0, length - 1)}…` : text

/** The first line of an error that says something, at most 300 characters. */
export const firstLine = (text: string): string => shortened(message(text).split('\n')[0]?.trim() ?? '', 300)

/** All lines in one, separated by ` · `, blanks collapsed. */
export const oneLine = (text: string): string =>
  message(text)
    .split('\n')
    .map(line => line.trim().replaceAll(/\s+/g, ' '))
    .filter(line => line !== '')
    .join(' · ')
