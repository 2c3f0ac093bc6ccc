import type { PeerCertificate } from 'node:tls'
import { inWords } from '../trouble'
import { shakeHands, type Handshake } from './handshake'
import { see, type Inquiry } from './inquiry'
import { PreflightProblem } from './problem'
import { roadProblem } from './road-problem'

const soon = 14

const dayOf = (date: string) => new Date(date).toISOString().slice(0, 10)

const first = (value: string | readonly string[] | undefined) => (typeof value === 'object' ? value[0] : value)

const nameOf = (holder: PeerCertificate['subject'] | undefined): string =>
  first(holder?.CN) ?? first(holder?.O) ?? 'nobody in particular'

const namesIn = ({ subject, subjectaltname }: PeerCertificate): string =>
  subjectaltname?.replaceAll(/\b(DNS|IP Address):/g, '') ?? nameOf(subject)

/** What is wrong with a certificate, and what to do about it. */
const problemOf = ({ tenant }: Inquiry, { certificate, refusal = '' }: Handshake): PreflightProblem => {
  const { baseUrl, fqdn, caFile } = tenant
  const say = (setting: string, problem: string, remedy: string) =>
    new PreflightProblem(setting, `${baseUrl} is not trusted: ${problem}. ${remedy}`)
  const words = inWords(Object.assign(new Error(), { code: refusal }))
  if (refusal === 'CERT_HAS_EXPIRED')
    return say(
      'TENANT_BASE_URL',
      `${words}, on ${dayOf(certificate.valid_to)}`,
      'Have it renewed, or set TENANT_BASE_URL to another host; the clock of this machine may be wrong, too.',
    )
  if (refusal === 'CERT_NOT_YET_VALID')
    return say(
      'TENANT_BASE_URL',
      `${words}, but from ${dayOf(certificate.valid_from)} on`,
      'Set the clock of this machine, or TENANT_BASE_URL to another host.',
    )
  if (refusal === 'ERR_TLS_CERT_ALTNAME_INVALID')
    return say(
      'TENANT_BASE_URL',
      `${words}: it names ${namesIn(certificate)} and not ${fqdn}`,
      'Set TENANT_BASE_URL to a name that the certificate has.',
    )
  const issuer = `it was issued by ${nameOf(certificate.issuer)}`
  return caFile === undefined
    ? say('TENANT_CA_FILE', `${words}. It was issued by ${nameOf(certificate.issuer)}`, 'Set TENANT_CA_FILE to a PEM file with the authority that signed it, or correct TENANT_BASE_URL.')
    : say('TENANT_CA_FILE', `${words}: ${issuer}, and ${caFile} does not hold that authority`, 'Put the path of a PEM file that does into TENANT_CA_FILE.') // prettier-ignore
}

/**
 * TLS: version, chain, host name and expiry.
 * @throws PreflightProblem
 */
export const lookAtTrust = async (inquiry: Inquiry): Promise<void> => {
  if (!inquiry.tenant.tls) return see(inquiry, 'TLS', 'none: the tenant is on this machine')
  const hands = await shakeHands(inquiry.tenant).catch((error: unknown) => {
    throw roadProblem(inquiry.tenant, error)
  })
  if (hands.refusal !== undefined) throw problemOf(inquiry, hands)
  const { version, certificate } = hands
  const days = (Date.parse(certificate.valid_to) - Date.now()) / 86_400_000
  see(
    inquiry,
    'TLS',
    `${version}, a certificate for ${namesIn(certificate)} by ${nameOf(certificate.issuer)}, good until ${dayOf(certificate.valid_to)}`,
    days < soon ? 'the certificate is about to expire' : undefined,
  )
}
