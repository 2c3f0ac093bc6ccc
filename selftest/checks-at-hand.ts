import { belongingsOf, type Belongings } from '../harness/belongings'
import { configurationOf } from '../harness/configuration'
import type { Exchange } from '../harness/exchange'
import type { Guard } from '../harness/guard/guard'
import { guardOf } from '../harness/guard/guard'
import type { Journal } from '../harness/journal'
import { replyOf, type Received, type Reply } from '../harness/reply'
import { outgoing, type Request } from '../harness/request'
import { tenantOf, type Tenant } from '../harness/tenant'

/** A tenant at an address, as the harness sees it. */
export const tenantAt = (baseUrl: string, settings: Readonly<Record<string, string>> = {}): Tenant =>
  tenantOf(
    configurationOf({
      TENANT_BASE_URL: baseUrl,
      TENANT_CLIENT_ID: 'bootstrap',
      TENANT_CLIENT_SECRET: 'the-bootstrap-secret',
      ...settings,
    }),
  )

/** A journal that only remembers. */
export const rememberedJournal = (): Journal & { readonly events: readonly string[] } => {
  const events: string[] = []
  return {
    events,
    creating: (kind, name) => void events.push(`creating ${kind} ${name}`),
    created: () => {},
    refused: () => {},
    removed: (kind, name) => void events.push(`removed ${kind} ${name}`),
  }
}

/** What a worker makes, with a journal that only remembers; the guard is the one of a run. */
export const rememberedLedger = (tenant: Tenant, journal: Journal = rememberedJournal()): Belongings =>
  belongingsOf(journal, guardOf(tenant))

/** A guard that lets everything pass. */
export const openDoor: Guard = {
  admit: () => {},
  makeRoom: () => {},
  made: () => {},
  issued: () => {},
  vacant: () => {},
  isSpared: () => false,
}

/** An exchange that took place on paper only. */
export const exchangeOf = (request: Request, change: Partial<Exchange> = {}): Exchange => ({
  number: 1,
  sequence: 1,
  phase: 'act',
  request,
  sent: outgoing(request),
  ...change,
})

/** What was received, with the rest made up. */
export const receivedOf = (
  status: number,
  text = '',
  headers: Readonly<Record<string, string>> = { 'content-type': 'application/json' },
): Received => ({ status, text, headers: Object.entries(headers), size: Buffer.byteLength(text), milliseconds: 1 })

/** A reply that came on paper only. */
export const replyWith = (
  status: number,
  body?: unknown,
  headers?: Readonly<Record<string, string>>,
  request: Request = { line: 'POST /acs/token' },
): Reply => {
  const received = receivedOf(status, typeof body === 'string' ? body : (JSON.stringify(body) ?? ''), headers)
  return replyOf(received, exchangeOf(request, { received }))
}

/** No reply, in one of the ways that only the probe sees. */
export const silentReply = (silence: 'closed' | 'reset' | 'stalled'): Reply =>
  replyOf({ ...receivedOf(0, '', {}), silence }, exchangeOf({ line: 'GET /acs/jwks' }))
