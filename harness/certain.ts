import type { Doubt } from './doubt'
import type { Received } from './reply'
import { Trouble } from './trouble'

/** A request whose reply is doubtful, and how to find out more. */
export interface Question {
  /** Whether asking again changes nothing. */
  readonly isRepeatable: boolean
  /** Sends the same request again. */
  readonly ask: () => Promise<Received>
  /** Asks something that any tenant answers. */
  readonly control: () => Promise<Received>
  readonly doubtOf: (received: Received) => Doubt | undefined
}

const repeats = 5
const controls = 5

const times = (count: number, ask: () => Promise<Received>) => Promise.all(Array.from({ length: count }, ask))

const fate = (received: Received, doubt: Doubt | undefined) => doubt?.says ?? `${received.status} came`

/** Whether nothing, or something from elsewhere, comes even for what any tenant answers. */
export const isRoadDown = async ({ control, doubtOf }: Question, count = 1): Promise<boolean> =>
  (await times(count, control)).some(received => ['silence', 'elsewhere'].includes(doubtOf(received)?.kind ?? ''))

/**
 * A reply that can be believed. A doubtful one is believed where the same question gets the same answer again and again
 * while questions that any tenant answers are answered: then it is the tenant's, and may be judged. A body in good UTF-8
 * that is no JSON is believed as well where it cannot be asked for again: the road garbles bytes, not syntax.
 * @throws Trouble otherwise: the road may have made it
 */
export const certain = async (received: Received, question: Question): Promise<Received> => {
  const doubt = question.doubtOf(received)
  if (!doubt) return received
  if (!question.isRepeatable) {
    if (doubt.kind === 'text') return received
    throw new Trouble(`${doubt.says}, and the request cannot be repeated to be sure`)
  }
  const isOfThis = doubt.kind === 'bytes' || doubt.kind === 'text'
  const [again, isDown] = await Promise.all([
    times(repeats, question.ask),
    isOfThis ? false : isRoadDown(question, controls),
  ])
  if (isDown) throw new Trouble(`${doubt.says}, and other questions fare no better: the road is in trouble`)
  for (const each of again) {
    const other = question.doubtOf(each)
    if (other?.sign !== doubt.sign)
      throw new Trouble(`the same question was answered differently: ${doubt.says}, then ${fate(each, other)}`)
  }
  return received
}
