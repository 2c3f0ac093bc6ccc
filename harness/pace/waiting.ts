/** Who is told of time that passes while this process waits for tickets. */
type Listener = (milliseconds: number) => void

const step = 250

let listener: Listener | undefined
let waiting = 0
let since = 0
let waited = 0
let timer: NodeJS.Timeout | undefined

const tell = () => {
  const now = performance.now()
  waited += now - since
  listener?.(now - since)
  since = now
}

/** Milliseconds of this process so far, without those in which something waited for a ticket. */
export const timeAtWork = (): number => {
  const now = performance.now()
  return now - waited - (waiting > 0 ? now - since : 0)
}

/**
 * A check does not run out of time because others are asked first: whoever measures its time is told how much of it was
 * spent waiting, while it passes. One listens at a time; `undefined` ends it.
 */
export const whileWaiting = (listen: Listener | undefined): void => {
  listener = listen
}

/** Waits for something that is no work of the check. */
export const counted = async <T>(wait: Promise<T>): Promise<T> => {
  if (++waiting === 1) {
    since = performance.now()
    timer = setInterval(tell, step).unref()
  }
  try {
    return await wait
  } finally {
    if (--waiting === 0) {
      clearInterval(timer)
      tell()
    }
  }
}
