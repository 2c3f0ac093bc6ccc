import type { Exchange } from './exchange'
import { denied, refused, scimRefused } from './route'
import type { Problem } from './route'
import type { Wire } from './wire'

/** Statuses RFC 6749 and 7009 leave to HTTP; every other refusal of an OAuth endpoint is a 400. */
const transport = new Set([405, 413])

/** A refusal as the operation speaks: the OAuth error object on OAuth endpoints, SCIM's own on SCIM, else the envelope. */
export const refusal = (
  { place }: Exchange,
  status: number,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Wire => {
  if (place?.isOauth) return refused(transport.has(status) ? status : 400, 'invalid_request', problem.message, headers)
  return place?.isScim ? scimRefused(status, problem.message, undefined, headers) : denied(status, [problem], headers)
}
