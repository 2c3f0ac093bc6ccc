/** A setting that cannot be used: names the variable, what was found there and what to put instead. */
export class ConfigurationError extends Error {
  override name = 'ConfigurationError'
  constructor(
    readonly setting: string,
    problem: string,
    remedy: string,
  ) {
    super(`${setting} ${problem}. ${remedy}`)
  }
}
