import type { Exchange } from '../exchange'
import type { Gate } from '../laws/gates'
import type { Wire } from '../wire'
import { authentication } from './authentication'
import { authorization } from './authorization'
import { capacity } from './capacity'
import { host } from './host'
import { media } from './media'
import { method } from './method'

/** What stands before the effect: each gate lets a request pass or answers it. */
export const gates: Readonly<
  Record<Exclude<Gate, 'effect'>, (exchange: Exchange) => Wire | undefined | Promise<Wire | undefined>>
> = {
  host,
  capacity,
  authentication,
  method,
  authorization,
  media,
}
