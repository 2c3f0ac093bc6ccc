import { derived, nameOf, type Credentials } from '../../harness'

const base64 = (text: string) => Buffer.from(text, 'utf8').toString('base64')

/** An `Authorization` value with right credentials under another spelling of the scheme. */
export const basicAs = (scheme: string, { client_id, secret }: Credentials): string => {
  const rebuilt = `"$(printf %s '${client_id}:'"${nameOf(secret)}" | base64 -w0)"`
  return `${scheme} ${derived(base64(`${client_id}:${secret}`), rebuilt)}`
}

/** An `Authorization` value made of any text: nobody's credentials. */
export const basicOf = (text: string, scheme = 'Basic'): string => `${scheme} ${base64(text)}`
