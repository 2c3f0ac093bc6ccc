/** One import of a value: what a file needs when it runs. */
export interface ImportStatement {
  readonly specifier: string
  readonly line: number
}

const statement = /^(?:import|export)\s[^'"`;]*?\bfrom\s+['"]([^'"]+)['"]|^import\s+['"]([^'"]+)['"]/gm
const whileRunning = /\b(?:import|require)\(\s*['"`]([^'"`$]*)/g

/** `import type …`, or braces in which every name is marked as a type. */
const isOfTypesOnly = (text: string): boolean => {
  if (/^(?:import|export)\s+type\b/.test(text)) return true
  const names = /^(?:import|export)\s*\{([^}]*)\}/
    .exec(text)?.[1]
    ?.split(',')
    .filter(name => name.trim() !== '')
  return names !== undefined && names.length > 0 && names.every(name => /^\s*type\s/.test(name))
}

/** Comments become blanks of the same length, so that positions stay what they are. */
const withoutComments = (source: string): string =>
  source.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gm, comment => comment.replaceAll(/[^\n]/g, ' '))

/**
 * The imports of values in a TypeScript source, at the top, re-exports included, and while it runs (`import()`,
 * `require()`). Where the name is computed, the part in front of what is computed is given.
 */
export const importsIn = (source: string): readonly ImportStatement[] => {
  const text = withoutComments(source)
  const lineAt = (index: number) => text.slice(0, index).split('\n').length
  return [
    ...[...text.matchAll(statement)]
      .filter(([whole]) => !isOfTypesOnly(whole))
      .map(({ index, 1: from, 2: bare }) => ({ specifier: from ?? bare ?? '', line: lineAt(index) })),
    ...[...text.matchAll(whileRunning)].map(({ index, 1: specifier = '' }) => ({ specifier, line: lineAt(index) })),
  ]
}
