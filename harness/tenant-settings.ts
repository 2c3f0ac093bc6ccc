import { X509Certificate } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { ConfigurationError, type Environment } from './settings'

/** Whether a host, as a URL has it, is this machine. */
export const isLoopback = (host: string): boolean =>
  host === 'localhost' || host === '[::1]' || /^127(\.\d+){3}$/.test(host)

const example = 'the address of the tenant, such as https://acme.workspaceoneaccess.com'

/**
 * The origin of the tenant.
 * @throws ConfigurationError that never shows credentials, wherever somebody has put them
 */
export const address = (text: string): string => {
  const say = (problem: string, remedy: string) => new ConfigurationError('TENANT_BASE_URL', problem, remedy)
  if (text.includes('@'))
    throw say(
      'contains credentials',
      'Put them into TENANT_CLIENT_ID and TENANT_CLIENT_SECRET, and only the host here.',
    )
  if (/^["']|["']$|\s/.test(text)) throw say(`is ${text}`, `Remove the quotes and blanks: put ${example}, there.`)
  if (!URL.canParse(text)) throw say(`is "${text}", which is not a URL`, `Put ${example}, there.`)
  const url = new URL(text)
  if (url.protocol !== 'https:' && url.protocol !== 'http:')
    throw say(`begins with ${url.protocol}`, `Put ${example}, there.`)
  if (url.protocol === 'http:' && !isLoopback(url.hostname))
    throw say(`is "${text}"`, 'Only a mock on this machine may be spoken to without TLS: begin it with https://.')
  if (url.pathname !== '/' || url.search || url.hash)
    throw say(`is "${text}"`, `Leave out everything behind the host: put ${url.origin} there.`)
  return url.origin
}

/** Id and secret of the client that administrators made; `undefined` for the mock, which brings its own. */
export const credentials = (
  environment: Environment,
  baseUrl: string | undefined,
): { readonly id: string; readonly secret: string } | undefined => {
  const { TENANT_CLIENT_ID: id, TENANT_CLIENT_SECRET: secret } = environment
  if (!baseUrl && (id || secret))
    throw new ConfigurationError(
      'TENANT_BASE_URL',
      'is not set, but credentials are',
      `Put ${example}, there, or remove the credentials to run against the mock.`,
    )
  if (!baseUrl) return undefined
  if (!id)
    throw new ConfigurationError(
      'TENANT_CLIENT_ID',
      'is not set',
      'Put the id of the OAuth 2.0 client of step 1 of the guide there.',
    )
  if (!secret)
    throw new ConfigurationError('TENANT_CLIENT_SECRET', 'is not set', 'Put the secret of that OAuth 2.0 client there.')
  if (!/^[a-zA-Z0-9\-_.@]{1,256}$/.test(id))
    throw new ConfigurationError(
      'TENANT_CLIENT_ID',
      'has characters that no client id has',
      'Put letters, digits, and .-_@ there, without quotes or blanks.',
    )
  if (/^\s|\s$|^".*"$|^'.*'$/.test(secret))
    throw new ConfigurationError('TENANT_CLIENT_SECRET', 'has quotes or blanks around it', 'Put the bare secret there.')
  return { id, secret }
}

/**
 * Address of an OpenID configuration that the tenant can reach; that of the mock is its own.
 * @param own the origin of the mock; absent on a real tenant
 */
export const oidcConfiguration = (
  { TENANT_OIDC_CONFIGURATION_URL: url }: Environment,
  own: string | undefined,
): string | undefined => {
  if (!url) return own && `${own}/acs/.well-known/openid-configuration`
  if (URL.canParse(url) && new URL(url).protocol === 'https:') return url
  throw new ConfigurationError(
    'TENANT_OIDC_CONFIGURATION_URL',
    `is "${url}", which is no https address`,
    'Put the address of an OpenID configuration there that the tenant can reach, or remove it.',
  )
}

const isCertificate = (pem: string): boolean => {
  try {
    return new X509Certificate(pem).raw.length > 0
  } catch {
    return false
  }
}

/** The file of an authority to trust, read once to see that it is one. */
export const certificate = (file: string | undefined): string | undefined => {
  if (!file) return undefined
  const say = (problem: string) =>
    new ConfigurationError(
      'TENANT_CA_FILE',
      problem,
      'Put the path of a readable PEM file with the certificate authority there.',
    )
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw say(`is "${file}", which cannot be read`)
  }
  if (!isCertificate(text)) throw say(`is "${file}", which holds no PEM certificate`)
  return file
}

/** Further names of the tenant, lower case. */
export const hostAliases = ({ TENANT_HOST_ALIASES: text = '' }: Environment): readonly string[] => {
  const names = text
    .split(',')
    .map(name => name.trim().toLowerCase())
    .filter(Boolean)
  const wrong = names.find(name => !/^[a-z0-9-]+(\.[a-z0-9-]+)*$/.test(name))
  if (wrong === undefined) return names
  throw new ConfigurationError(
    'TENANT_HOST_ALIASES',
    `names "${wrong}", which is no host name`,
    'Put bare host names there, separated by commas.',
  )
}
