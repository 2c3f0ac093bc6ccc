import type { Conformance } from '../conformance-json'
import { oneLine } from '../plain'
import type { Paint } from './paint'

const most = 10

/** What the run has left on the tenant, a line each, and what to do about it. */
export const leftLines = ({ leftBehind = [] }: Conformance, paint: Paint): readonly string[] => [
  ...leftBehind
    .slice(0, most)
    .map(({ kind, name, reason }) => `${paint.bad('LEFT BEHIND')}  ${kind} ${name}: ${oneLine(reason)}`),
  ...(leftBehind.length > most
    ? [`             and ${leftBehind.length - most} things more: results/census.json`]
    : []),
  ...(leftBehind.length > 0 ? ['             npm run sweep tries again'] : []),
]
