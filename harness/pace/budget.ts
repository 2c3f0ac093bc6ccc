import { longestRest, TooBusy, type Limits, type Pace } from './pace'

/** A second as the tenant's clock may measure it: clocks run differently fast, and timers are rough. */
const second = 1_025

/** A run is over before; in seconds. */
const longestQuiet = 86_400

interface Waiting {
  readonly go: (release: () => void) => void
  readonly refuse: (reason: Error) => void
}

/**
 * One budget. A ticket counts from when it is taken until a second after it was given back, and no more count at once
 * than the tenant is asked in a second. A request arrives while it holds its ticket, so no second can see more of them
 * than that, wherever it begins and however long requests are held up on their way.
 */
export const budgetOf = ({ rate, concurrency }: Limits): Pace => {
  const queue: Waiting[] = []
  const endings: number[] = []
  let underWay = 0
  let quietUntil = 0
  let timer: NodeJS.Timeout | undefined

  /** Milliseconds until a ticket is free; `Infinity` where only one that is given back can free it. */
  const untilFree = (now: number): number => {
    while (endings[0] !== undefined && endings[0] + second <= now) endings.shift()
    if (underWay >= concurrency) return Number.POSITIVE_INFINITY
    const quiet = Math.max(0, quietUntil - now)
    if (underWay + endings.length < rate) return quiet
    return endings[0] === undefined ? Number.POSITIVE_INFINITY : Math.max(quiet, endings[0] + second - now)
  }

  const give = ({ go }: Waiting) => {
    underWay++
    let isBack = false
    go(() => {
      if (isBack) return
      isBack = true
      underWay--
      if (rate !== Number.POSITIVE_INFINITY) endings.push(performance.now())
      pump()
    })
  }

  const pump = () => {
    clearTimeout(timer)
    for (let next = queue[0]; next; next = queue[0]) {
      const wait = untilFree(performance.now())
      if (wait === Number.POSITIVE_INFINITY) return
      if (wait > 0) {
        timer = setTimeout(pump, Math.ceil(wait))
        return
      }
      queue.shift()
      give(next)
    }
  }

  /** Whoever would wait too long is told at once, and again whoever comes later. */
  const refuseAll = () => {
    const seconds = Math.ceil((quietUntil - performance.now()) / 1000)
    if (seconds > longestRest) for (const { refuse } of queue.splice(0)) refuse(new TooBusy(seconds))
  }

  return {
    take: () =>
      new Promise((go, refuse) => {
        queue.push({ go, refuse })
        refuseAll()
        pump()
      }),
    rest(seconds) {
      quietUntil = Math.max(quietUntil, performance.now() + Math.min(seconds, longestQuiet) * 1000)
      refuseAll()
      pump()
    },
  }
}
