/** What differs from run to run, and what stands for it. */
const varying: readonly (readonly [RegExp, string])[] = [
  [/\bcfh-[\w-]+/g, 'cfh-…'],
  [/\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\b/gi, 'UUID'],
  [/\blocalhost:\d+/g, 'localhost:PORT'],
  [/\$\{([a-z]+)_\d+/g, '${$1_N'],
  [/\bexchange \d+ of \d+/g, 'exchange N of N'],
  [/(after {5})\d+ ·/g, '$1N ·'],
  [/\b1[789]\d{8}(?:\.\d+)?\b/g, 'SECONDS'],
  [/\b\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'MOMENT'],
  [/\b(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} [\d:]+ GMT/g, 'DATE'],
  [/… \(\d+ characters\)/g, '… (N characters)'],
]

/** A message with everything replaced that chance, time and the machine decide: the same for the same finding. */
export const steady = (message: string): string =>
  varying.reduce((text, [pattern, stand]) => text.replaceAll(pattern, stand), message)
