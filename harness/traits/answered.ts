import type { Exchange } from '../exchange'
import type { Received } from '../reply'

/** An exchange with a reply. */
export type Answered = Exchange & { readonly received: Received }

/** Whether a reply came, and not silence. */
export const isAnswered = (exchange: Exchange): exchange is Answered => (exchange.received?.status ?? 0) > 0

/** The first value of a header; `undefined` where it is absent. */
export const headerOf = ({ received }: Answered, name: string): string | undefined =>
  received.headers.find(([each]) => each === name)?.[1]
