import type { Reply, Tenant } from '../../harness'

/** Where a reply sends the browser by a redirect; `undefined` where it keeps it. */
export const destination = (reply: Reply, { baseUrl }: Tenant): URL | undefined => {
  const location = reply.status >= 300 && reply.status < 400 ? reply.header('location') : undefined
  return location !== undefined && URL.canParse(location, baseUrl) ? new URL(location, baseUrl) : undefined
}

/** What a redirect hands over, behind the question mark or the number sign. */
export const handedOver = ({ searchParams, hash }: URL): URLSearchParams =>
  new URLSearchParams([...searchParams, ...new URLSearchParams(hash.slice(1))])

/** Whether a redirect leads to an address, whatever it hands over there. */
export const leadsTo = (destination: URL | undefined, address: string): boolean => {
  const { origin, pathname } = new URL(address)
  return destination?.origin === origin && destination.pathname === pathname
}

/** What became of a request of a browser, in words for a report. */
export const inWords = (reply: Reply, tenant: Tenant): string => {
  const to = destination(reply, tenant)
  if (!to) return `${reply.status} with ${reply.size} bytes of ${reply.mediaType() ?? 'no type'}`
  const error = handedOver(to).get('error')
  return `${reply.status} to ${to.origin}${to.pathname}${error === null ? '' : ` with error ${error}`}`
}
