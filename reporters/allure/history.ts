import { existsSync, readFileSync } from 'node:fs'
import { writeWhole } from '../atomic-write'
import type { Conformance } from '../conformance-json'

/** So many runs, two weeks of nights, are kept, and shown of each check. */
export const mostRuns = 14

/** What of a run the history keeps for each check: its page has the words, and two weeks of them would make it slow. */
const members = ['id', 'status', 'start', 'stop', 'duration', 'url', 'historyId', 'reportLinks']

interface Point {
  readonly name?: unknown
  readonly testResults?: Readonly<Record<string, Readonly<Record<string, unknown>>>>
}

const slim = (point: Point): Point => ({
  ...point,
  testResults: Object.fromEntries(
    Object.entries(point.testResults ?? {}).map(([id, all]) => [
      id,
      {
        name: typeof all['name'] === 'string' ? all['name'].split(' · ')[0] : '',
        ...Object.fromEntries(members.flatMap(member => (member in all ? [[member, all[member]] as const] : []))),
      },
    ]),
  ),
})

const pointIn = (line: string): readonly Point[] => {
  try {
    const value: unknown = JSON.parse(line)
    return typeof value === 'object' && value !== null ? [value] : []
  } catch {
    return []
  }
}

const pointsIn = (path: string): readonly Point[] =>
  existsSync(path) ? readFileSync(path, 'utf8').split('\n').flatMap(pointIn) : []

const write = (path: string, points: readonly Point[]) =>
  writeWhole(path, points.map(point => `${JSON.stringify(point)}\n`).join(''))

/** What a run is called in the history and above its page; a page that is made again is of the same run. */
export const pointName = ({ startedAt, run }: Pick<Conformance, 'startedAt' | 'run'>): string =>
  `Identity Services conformance, ${run === undefined ? '' : `run ${run}, `}${startedAt}`

/**
 * Makes room for a run: what the history has of it already, what cannot be read, and the oldest runs go.
 * @param path of the history, one run a line
 * @param name of the run that is about to be added
 */
export const makeRoom = (path: string, name: string): void => {
  const points = pointsIn(path).filter(point => point.name !== name)
  write(path, points.slice(-(mostRuns - 1)))
}

/** Keeps of the newest run what a later page shows. */
export const slimNewest = (path: string): void => {
  const points = pointsIn(path)
  write(path, [...points.slice(0, -1), ...points.slice(-1).map(slim)])
}
