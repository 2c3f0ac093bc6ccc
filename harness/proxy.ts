import { ConfigurationError, type Environment } from './settings'
import { isLoopback } from './tenant-settings'

/** A proxy that stands between this machine and the tenant. Its address may hold credentials: never print it whole. */
export interface Proxy {
  readonly url: string
  /** The variable that names it. */
  readonly setting: string
}

const remedy = 'Put the address of the proxy there, such as http://proxy.example:3128, or remove it.'

const addressOf = (setting: string, text: string): string => {
  // An address without a scheme is usual here.
  const whole = /^[a-z][a-z0-9+.-]*:\/\//i.test(text) ? text : `http://${text}`
  const say = (problem: string) => new ConfigurationError(setting, problem, remedy)
  if (/\s|["']/.test(text) || !URL.canParse(whole)) throw say('is no address')
  const { protocol, hostname, href } = new URL(whole)
  if (protocol !== 'http:' && protocol !== 'https:') throw say(`begins with ${protocol}, a kind that is not known here`)
  if (hostname === '') throw say('names no host')
  return href
}

/** `NO_PROXY`: names, which stand for what is below them too, perhaps with a port; `*` for everything. */
const isSpared = (list: string, host: string, port: string): boolean =>
  list
    .toLowerCase()
    .split(/[\s,]+/)
    .filter(Boolean)
    .some(entry => {
      const [, name = '', only] = /^\*?\.?(.*?)(?::(\d+))?$/.exec(entry) ?? []
      if (entry === '*') return true
      return (only === undefined || only === port) && (host === name || host.endsWith(`.${name}`))
    })

/**
 * The proxy that requests to a tenant go through: `HTTPS_PROXY` unless `NO_PROXY` spares its host; small letters count
 * as well. What runs on this machine is never asked through a proxy.
 * @param baseUrl origin of the tenant
 * @throws ConfigurationError where the address of the proxy is none
 */
export const proxyFor = (environment: Environment, baseUrl: string | undefined): Proxy | undefined => {
  const setting = ['https_proxy', 'HTTPS_PROXY'].find(name => environment[name])
  if (baseUrl === undefined || setting === undefined) return undefined
  const { protocol, hostname, port } = new URL(baseUrl)
  if (protocol !== 'https:' || isLoopback(hostname)) return undefined
  if (isSpared(environment.no_proxy || environment.NO_PROXY || '', hostname, port || '443')) return undefined
  return { setting, url: addressOf(setting, environment[setting] ?? '') }
}
