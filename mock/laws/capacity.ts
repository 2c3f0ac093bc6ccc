/** Requests a tenant takes in one second; this one takes all there are. */
const mostPerSecond = Number.POSITIVE_INFINITY

/** Milliseconds an answer takes beyond what it has to. */
const latency = 0 as number

export const capacity = { latency, mostPerSecond }
