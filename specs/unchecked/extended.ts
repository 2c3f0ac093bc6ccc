import type { RequirementId } from '..'

/** Extended requirements of areas that have a suite. */
export const extendedToCome = {
  'ERR-014': 'cannot be provoked deliberately, and the harness waits where it is seen before a check could look',
  'HOST-015': 'needs an HTTP/2 connection, which the harness does not open',
  'MEDIA-018': 'needs the compressed bytes of a reply, which the harness reads as text',
  'SEC-001': 'a certificate that does not fit ends a run before its first check, so no check could ever fail',
  'SEC-002': 'takes handshakes with old versions and ciphers, which the TLS of the harness does not offer',
  'SEC-003': 'takes plain HTTP beside the TLS of a tenant; the harness connects to the port of the base URL only',
  'SEC-009': 'takes a second tenant to show a token of the first, and a run is told of one',
} as const satisfies Partial<Record<RequirementId, string>>
