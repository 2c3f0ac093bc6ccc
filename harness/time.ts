import { checkUnderWay } from './check'
import { pauseOf } from './interruption'
import type { Credentials } from './requests'
import type { Tenant } from './tenant'
import { Trouble } from './trouble'

/** Lets time pass for the tokens and the rotation of one client. */
export interface Time {
  passes(span: { readonly seconds: number; readonly for: Pick<Credentials, 'client_id'> }): Promise<void>
}

/**
 * On a tenant time really passes; the mock has a clock per client that can be moved, so that checks beside this one
 * notice nothing.
 * @param extend gives the check that many more milliseconds before it times out
 */
export const timeOf = (
  { controlUrl, resultsDir, run }: Pick<Tenant, 'controlUrl' | 'resultsDir' | 'run'>,
  extend: (milliseconds: number) => void,
): Time => ({
  async passes({ seconds, for: { client_id } }) {
    const { pauses, exchanges } = checkUnderWay()
    pauses.push({ before: exchanges.length + 1, seconds })
    if (controlUrl === undefined) {
      extend(seconds * 1000)
      return pauseOf({ resultsDir, run }, seconds * 1000)
    }
    const response = await fetch(`${controlUrl}/advance`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ client_id, seconds }),
    })
    if (!response.ok) throw new Trouble(`the clock of the mock could not be moved: ${response.status}`)
  },
})
