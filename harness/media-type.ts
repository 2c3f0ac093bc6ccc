import type { Line, Request } from './request'

/** The generations of management media types, newest first. */
export const generations = ['application/json', 'vnd.Omnissa', 'vnd.vmware'] as const
export type Generation = (typeof generations)[number]

let chosen: Generation = 'application/json'

/** Sets the generation that all later management requests use; the preflight finds out which works. */
export const speak = (generation: Generation): void => {
  chosen = generation
}

/** The generation in use. */
export const spoken = (): Generation => chosen

const acs = 'horizon.manager.accesscontrol.broker'

const subjects: readonly (readonly [line: RegExp, subject: string])[] = [
  [/^POST \/acs\/broker\/oauth2-clients\/[^?]*/, `${acs}.oauth2client.secret.rotation`],
  [/^GET \/acs\/broker\/oauth2-clients(\?|$)/, `${acs}.oauth2client.list`],
  [/^\w+ \/acs\/broker\/oauth2-clients/, `${acs}.oauth2client.with.rule.sets`],
  [/^GET \/usergroup\/broker\/directories(\?|$)/, 'vidm.usergroup.broker.directory.list'],
  [
    /^\w+ \/usergroup\/broker\/directories\/[^/]+\/sync-client/,
    'vidm.usergroup.broker.directory.syncclientconfiguration',
  ],
  [/^\w+ \/usergroup\/broker\/directories/, 'vidm.usergroup.broker.directory'],
  [/^GET \/federation\/broker\/identity-providers(\?|$)/, 'vidm.federation.broker.identityprovider.list'],
  [/^\w+ \/federation\/broker\/identity-providers/, 'vidm.federation.broker.identityprovider'],
  [/^GET \/federation\/broker\/saml-sp-metadata\/details/, 'vidm.federation.broker.samlspmetadata.details'],
]

/** The media type of a management operation in a generation. */
export const mediaTypeOf = (line: Line, generation: Generation = chosen): string => {
  const subject = subjects.find(([pattern]) => pattern.test(line))?.[1]
  return generation === 'application/json' || subject === undefined
    ? 'application/json'
    : `application/${generation}.${subject}+json`
}

/** `Accept`, and `Content-Type` where there is a body, for a management operation. */
export const mediaTypeHeaders = (
  line: Line,
  hasBody: boolean,
  generation: Generation = chosen,
): NonNullable<Request['headers']> => {
  const type = mediaTypeOf(line, generation)
  return { accept: type, ...(hasBody && { 'content-type': type }) }
}
