const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

const withoutDots = (segments: readonly string[]): readonly string[] => {
  const kept: string[] = []
  for (const segment of segments)
    if (segment === '..') kept.pop()
    else if (segment !== '.') kept.push(segment)
  return kept
}

const segmentsOf = (path: string): readonly string[] =>
  (/^[^?#]*/.exec(path)?.[0] ?? '')
    .replaceAll('\\', '/')
    .split('/')
    .map(segment => segment.replace(/;.*$/s, ''))
    .filter(segment => segment !== '')

const isPlain = (path: string) => !/[%\\;]|\/\/|\/\.|\/$/.test(path)

/**
 * Every way in which some server may read a request target: as it stands, decoded once or more, dots and doubled
 * slashes resolved or not. The guard holds a request against all of them.
 * @param target as it is on the wire: path and query, or a whole address
 * @returns the segments of the path, for each reading
 */
export const readingsOf = (target: string): readonly (readonly string[])[] => {
  const path = target.replace(/^[a-z][a-z0-9+.-]*:\/\/[^/?#]*/i, '').replace(/[?#].*$/s, '')
  if (isPlain(path)) return [segmentsOf(path)]
  const texts = [path, decoded(path), decoded(decoded(path)), decoded(decoded(decoded(path)))]
  return [...new Set(texts)].flatMap(text => {
    const segments = segmentsOf(text)
    return [segments.map(decoded), withoutDots(segments).map(decoded)]
  })
}
