import type { Tenant } from '../tenant'
import { codeOf, inWords } from '../trouble'
import { ProxyTrouble } from '../tunnel'
import { PreflightProblem } from './problem'

const isAboutCertificates = (code: string | undefined) => /CERT|SIGNATURE|ISSUER/.test(code ?? '')

const isOldTls = (code: string | undefined) => /UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION/.test(code ?? '')

/** Why the tenant cannot be reached, from an error of the transport. */
export const roadProblem = ({ baseUrl }: Tenant, error: unknown): PreflightProblem => {
  const code = codeOf(error)
  const words = inWords(error)
  const say = (setting: string, text: string) => new PreflightProblem(setting, text)
  const behind = error instanceof Error && error.cause instanceof ProxyTrouble ? error.cause : error
  if (behind instanceof ProxyTrouble)
    return say(
      behind.setting,
      `${baseUrl} cannot be reached: ${behind.message}. Correct ${behind.setting}, or name the host in NO_PROXY.`,
    )
  if (isAboutCertificates(code))
    return say(
      'TENANT_CA_FILE',
      `${baseUrl} is not trusted: ${words}. Set TENANT_CA_FILE to a PEM file with the authority that signed it, or correct TENANT_BASE_URL.`,
    )
  if (isOldTls(code))
    return say(
      'TENANT_BASE_URL',
      `${baseUrl} cannot be reached: it speaks no TLS version from 1.2 on. Correct TENANT_BASE_URL.`,
    )
  const hint =
    code === 'UND_ERR_SOCKET' || code === 'ECONNRESET'
      ? 'A tenant closes the connection where the host name is not its own'
      : 'Check the address, and that this machine may reach it'
  return say('TENANT_BASE_URL', `${baseUrl} cannot be reached: ${words}. ${hint}: the setting is TENANT_BASE_URL.`)
}
