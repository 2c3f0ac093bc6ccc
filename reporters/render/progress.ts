/**
 * The progress line of a terminal, written over itself; files and pipes get none.
 *
 * @param done checks that have ended
 * @param total checks planned
 * @param failed violated so far
 */
export const progressLine = (done: number, total: number, failed: number): string =>
  `\r\u001B[2K${done}/${total} checks${failed > 0 ? `, ${failed} red` : ''}`

/** Takes the progress line away. */
export const noProgress = '\r\u001B[2K'
