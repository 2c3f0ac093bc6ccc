import type { Finding } from '../fuzz/finding'
import type { Reply } from '../reply'
import type { Send } from '../send'
import type { Settles } from '../settle'
import type { Command } from './command'
import { perform } from './perform'
import type { Promised } from './promise'
import { promisesOf } from './promises'
import type { View } from './questions'
import type { Because, State } from './state'
import { isQuestion, type Step } from './step'
import { walkAndExamine, type Purpose } from './walk'
import { handedOut, inPlainWords } from './words'
import type { World } from './world'

/** What is needed to perform one. */
export interface Ways {
  readonly world: World
  readonly ask: Send
  readonly settles: Settles
}

/** What became of a sequence. */
export interface Outcome {
  readonly finding?: Finding
  /** Comparisons on behalf of the subject that held. */
  readonly compared: number
  /** Whose promise was not kept, where it is not the subject's: from there on nothing can be said. */
  readonly endedBy?: Because
}

/** The first promises that do not hold; where the status does not, the others say nothing. */
const broken = (promised: readonly Promised[]): readonly Promised[] =>
  promised[0]?.holds === false ? promised.slice(0, 1) : promised.filter(({ holds }) => !holds)

/**
 * Asks, and where the answer is not as promised once more until the settle window is over. A change is repeated only
 * where it was refused: then nothing has happened yet.
 */
const askPatiently = (state: State, step: Step, { world, ask, settles }: Ways): Promise<Reply> =>
  settles(
    () => perform(step, world, ask),
    reply =>
      broken(promisesOf(state, step, reply, world.idOf(step.client))).length === 0 ||
      !(isQuestion(step) || (reply.status >= 400 && reply.status < 500)),
  )

/**
 * Performs a sequence and compares every answer with what is promised at that moment; ends with the first that is not
 * as promised. At the end everything is asked that the subject promises of the state then reached.
 * @returns the finding with the story of the sequence, where the subject's promise is broken
 */
export const run = async (commands: readonly Command[], purpose: Purpose, ways: Ways): Promise<Outcome> => {
  const { subject, watches } = purpose
  const { world } = ways
  const story: string[] = []
  let compared = 0
  const steps = walkAndExamine(commands, purpose)
  for (let next = steps.next(); !next.done;) {
    const { state, step, isTold } = next.value
    const words = inPlainWords(state, step)
    const reply = await askPatiently(state, step, ways)
    const promised = promisesOf(state, step, reply, world.idOf(step.client))
    const wrong = broken(promised)
    const mine = wrong.find(({ by }) => by === subject)
    if (mine) return { finding: findingOf(mine, reply, [...story, words], watches), compared }
    if (wrong[0]) return { endedBy: wrong[0].by, compared }
    compared += promised.filter(({ by }) => by === subject).length
    if (isTold) {
      world.learn(step, reply)
      story.push(`${words}${handedOut(state, step)}`)
    }
    next = steps.next(reply)
  }
  return { compared }
}

const looking: Readonly<Record<View, string>> = {
  record: 'it is read',
  listing: 'it is looked for in the list',
  secrets: 'tokens are asked for with its secrets',
  tokens: 'its tokens are used',
}

const findingOf = (
  { expected, received }: Promised,
  reply: Reply,
  story: readonly string[],
  watches: readonly View[],
): Finding => ({
  expected,
  received,
  reply,
  more: [
    ...story.map((words, index) => [`${index + 1}.`, words] as const),
    ...(watches.length > 0
      ? [['besides', `after each change of a client ${watches.map(view => looking[view]).join(', and ')}`] as const]
      : []),
  ],
})
