/** Why a run cannot begin: one message for people, with what was observed and the setting to change. */
export class PreflightProblem extends Error {
  override name = 'PreflightProblem'
  /** @param setting the first setting to look at; the message names it */
  constructor(
    readonly setting: string,
    message: string,
  ) {
    super(message)
  }
}
