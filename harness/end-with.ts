/**
 * Ends this process with the status its command comes to; with 2, inconclusive, where it comes to none: Node.js leaves
 * without a word, and with 0, once nobody waits for anything any more.
 */
export const endWith = (status: Promise<number>): void => {
  process.exitCode = 2
  void status.then(come => (process.exitCode = come))
}
