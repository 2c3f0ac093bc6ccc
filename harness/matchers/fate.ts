import type { Reply } from '../reply'

/**
 * What became of a request, as the answer of a `choice`: `accepted`, `refused with 400`, `not answered`.
 * @param accepted the word for a success, where another one fits better, such as `ignored`
 */
export const fateOf = ({ status, silence }: Pick<Reply, 'status' | 'silence'>, accepted = 'accepted'): string => {
  // Closed and reset are the same choice: which of them shows depends on the network as well.
  if (silence === 'stalled') return 'never answered'
  if (silence !== undefined || status === 444) return 'not answered'
  if (status < 300) return accepted
  return status < 400 ? `redirected with ${status}` : `refused with ${status}`
}
