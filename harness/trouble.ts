import { isRequirementId, type RequirementId } from '../specs'

/** The tenant could not be asked. Whatever the check was about stays undecided: `inconclusive`, never `fail`. */
export class Trouble extends Error {
  override name = 'Trouble'
}

/** Something another requirement promises did not work, so this check cannot begin. */
export const blockedBy = (requirement: RequirementId, because: string): Trouble =>
  new Trouble(`blocked by ${requirement}: ${because}`)

/**
 * The requirement that a trouble names as its root: the other end of `blockedBy`. The test runner keeps of an error
 * only its text.
 * @param text message of a Trouble, without the name of its class
 */
export const rootOf = (text: string): RequirementId | undefined => {
  const [, id = ''] = /^blocked by ([A-Z0-9]+-\d+): /.exec(text) ?? []
  return isRequirementId(id) ? id : undefined
}

const causes: Readonly<Record<string, string>> = {
  ECONNREFUSED: 'the connection was refused',
  ECONNRESET: 'the connection was reset',
  ENOTFOUND: 'the host name is not known',
  EAI_AGAIN: 'the host name could not be looked up',
  ETIMEDOUT: 'the connection could not be made in time',
  EHOSTUNREACH: 'there is no way to the host',
  ENETUNREACH: 'there is no way to the network',
  EPROTO: 'what answers there does not speak TLS',
  EPIPE: 'the connection was closed while the request was sent',
  UND_ERR_SOCKET: 'the connection was closed before a reply came',
  UND_ERR_CONNECT_TIMEOUT: 'the connection could not be made in time',
  UND_ERR_HEADERS_TIMEOUT: 'no reply came in time',
  UND_ERR_BODY_TIMEOUT: 'the reply stopped in the middle',
  UND_ERR_DESTROYED: 'no reply came in time',
  UND_ERR_RES_CONTENT_LENGTH_MISMATCH: 'the reply was shorter or longer than announced',
  UND_ERR_HEADERS_OVERFLOW: 'the headers of the reply are too large',
  ERR_SSL_WRONG_VERSION_NUMBER: 'what answers there does not speak TLS',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'the certificate is self-signed and not trusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'the certificate chain ends in an authority that is not trusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'the certificate chain is incomplete or not trusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'the authority of the certificate is not known here',
  CERT_NOT_YET_VALID: 'the certificate is not valid yet',
  CERT_HAS_EXPIRED: 'the certificate has expired',
  ERR_TLS_CERT_ALTNAME_INVALID: 'the certificate is for another host',
}

/** The code of a transport error, also where it hides in the cause. */
export const codeOf = (error: unknown): string | undefined => {
  if (!(error instanceof Error)) return undefined
  const { code } = error as NodeJS.ErrnoException
  if (typeof code === 'string' && code in causes) return code
  const inner = error instanceof AggregateError ? error.errors[0] : error.cause
  return codeOf(inner) ?? (typeof code === 'string' ? code : undefined)
}

/** A transport error in words; the code where there are none. Never the error's own text: it may quote the request. */
export const inWords = (error: unknown): string => {
  const code = codeOf(error)
  if (error instanceof Trouble) return error.message
  if (code !== undefined) return causes[code] ?? `the transport failed (${code})`
  if (error instanceof Error && error.name === 'HTTPParserError') return 'what answers there does not speak HTTP'
  return error instanceof Error ? `the transport failed (${error.name})` : 'the transport failed'
}
