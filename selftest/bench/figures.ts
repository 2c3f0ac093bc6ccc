/** One measured figure beside its bar. */
export interface Figure {
  readonly what: string
  readonly value: number
  readonly unit: string
  /** What is to be reached; without one the figure is there to compare with. */
  readonly bar?: { readonly atLeast: number } | { readonly atMost: number }
}

/** The value in the middle. */
export const median = (values: readonly number[]): number =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN

const digits = (value: number) => value.toLocaleString('en', { maximumFractionDigits: Math.abs(value) < 20 ? 2 : 0 })

/** Whether a figure is within its bar; one without a bar is. */
export const isReached = ({ value, bar }: Figure): boolean =>
  !bar || ('atLeast' in bar ? value >= bar.atLeast : value <= bar.atMost)

/** A figure on one line: what, how much, the bar, and whether it is reached. */
export const lineOf = (figure: Figure): string => {
  const { what, value, unit, bar } = figure
  const said = bar && ('atLeast' in bar ? `at least ${digits(bar.atLeast)}` : `at most ${digits(bar.atMost)}`)
  const start = `${what.padEnd(58)} ${digits(value).padStart(8)} ${unit.padEnd(10)}`
  return said ? `${start} ${said.padEnd(16)} ${isReached(figure) ? 'ok' : 'MISSED'}` : start.trimEnd()
}
