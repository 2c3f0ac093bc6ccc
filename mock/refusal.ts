import type { Exchange } from './exchange'
import { denied, refused } from './route'
import type { Problem } from './route'
import type { Wire } from './wire'

/** Statuses RFC 6749 and 7009 leave to HTTP; every other refusal of an OAuth endpoint is a 400. */
const transport = new Set([405, 413])

/** A refusal as the operation speaks: the OAuth error object on OAuth endpoints, the envelope elsewhere. */
export const refusal = (
  { place }: Exchange,
  status: number,
  problem: Problem,
  headers: Readonly<Record<string, string>> = {},
): Wire =>
  place?.isOauth
    ? refused(transport.has(status) ? status : 400, 'invalid_request', problem.message, headers)
    : denied(status, [problem], headers)
