import { expect, type Reply } from '../../harness'
import { documented, recordOf } from '../clients/record'

/**
 * Judges that a client is what it was, documented members only: a tenant may count accesses in others.
 * @param when as in `after five reads`
 */
export const expectUnchanged = (now: Reply, before: Reply, when: string): void => {
  expect(now).toHaveStatus(200)
  for (const member of documented)
    expect(recordOf(now)[member], `${member} ${when}`).toBeOneOf(recordOf(before)[member])
}
