import type { RequirementId } from '..'

/** Extended requirements of areas that have a suite. */
export const extendedToCome = {
  'ERR-014': 'cannot be provoked deliberately, and the harness waits where it is seen before a check could look',
  'HOST-015': 'needs an HTTP/2 connection, which the harness does not open',
  'MEDIA-016': 'names a directory; the hostile bodies of ERR-008 send invalid UTF-8 to client creation only',
  'MEDIA-018': 'needs the compressed bytes of a reply, which the harness reads as text',
} as const satisfies Partial<Record<RequirementId, string>>
