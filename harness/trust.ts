import { readFileSync } from 'node:fs'
import { createSecureContext, rootCertificates, type SecureContext } from 'node:tls'

const known = new Map<string, SecureContext>()

/**
 * Whom to trust: the usual authorities, and those of a file besides. Read once per process.
 * @param caFile path of a PEM file; without one Node.js's own trust is used, `NODE_EXTRA_CA_CERTS` included
 * @returns options for a TLS connection
 */
export const trusting = (caFile: string | undefined): { readonly secureContext?: SecureContext } => {
  if (caFile === undefined) return {}
  const before = known.get(caFile)
  if (before) return { secureContext: before }
  const secureContext = createSecureContext({ ca: [...rootCertificates, readFileSync(caFile, 'utf8')] })
  known.set(caFile, secureContext)
  return { secureContext }
}
