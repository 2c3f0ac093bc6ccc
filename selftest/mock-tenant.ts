import { test as base } from '@playwright/test'
import { serve } from '../mock/serve'
import type { ServeOptions, Served } from '../mock/serve'

/** One answer of the mock, as far as these tests look at it. */
export interface Answer {
  readonly status: number
  readonly headers: Headers
  readonly text: string
  readonly body: Record<string, unknown>
}

type Fields = Record<string, string>

/** A running mock and the verbs these tests speak in. Values come and go as they are on the wire. */
export interface Mock extends Served {
  /** Sends `METHOD /path`; an object becomes JSON, URLSearchParams a form. The bootstrap token is added unless `token` says otherwise. */
  readonly call: (line: string, body?: unknown, about?: { token?: string; headers?: Fields }) => Promise<Answer>
  readonly token: (id?: string, secret?: string, form?: Record<string, string>) => Promise<string>
  readonly grant: (id: string, secret: string, form?: Record<string, string>) => Promise<Answer>
  /** Makes a client with a known secret, `<client_id>-secret`. */
  readonly made: (members?: Record<string, unknown>) => Promise<string>
  readonly advance: (client_id: string, seconds: number) => Promise<void>
}

let drafts = 0

/** A client body; every call names another client. */
export const draft = (members: Record<string, unknown> = {}): Record<string, unknown> => ({
  client_id: `mock-selftest-${(drafts += 1)}`,
  scope: ['admin'],
  grant_types: ['client_credentials'],
  ...members,
})

/** The Authorization value of a pair. */
export const basic = (id: string, secret: string): string =>
  `Basic ${Buffer.from(`${id}:${secret}`).toString('base64')}`

const parsed = (text: string): Record<string, unknown> => {
  try {
    return JSON.parse(text) as Record<string, unknown>
  } catch {
    return {}
  }
}

const verbsOf = (served: Served): Mock => {
  const send = async (line: string, init: RequestInit): Promise<Answer> => {
    const [method = '', path = ''] = line.split(' ')
    const response = await fetch(`${served.baseUrl}${path}`, { ...init, method, redirect: 'manual' })
    const text = await response.text()
    return { status: response.status, headers: response.headers, text, body: parsed(text) }
  }
  const grant: Mock['grant'] = (id, secret, form = {}) =>
    send('POST /acs/token', {
      headers: { authorization: basic(id, secret) },
      body: new URLSearchParams({ grant_type: 'client_credentials', ...form }),
    })
  const token: Mock['token'] = async (id = served.client.id, secret = served.client.secret, form = {}) =>
    String((await grant(id, secret, form)).body.access_token)
  let administrator: Promise<string> | undefined
  const call: Mock['call'] = async (line, body, about = {}) => {
    const bearer = about.token ?? (await (administrator ??= token()))
    const isJson = body !== undefined && !(body instanceof URLSearchParams)
    return send(line, {
      headers: {
        ...(bearer === '' ? {} : { authorization: `Bearer ${bearer}` }),
        ...(isJson ? { 'content-type': 'application/json' } : {}),
        ...about.headers,
      },
      ...(body === undefined
        ? {}
        : {
            body:
              typeof body === 'string' || body instanceof Uint8Array || !isJson
                ? (body as string)
                : JSON.stringify(body),
          }),
    })
  }
  const made: Mock['made'] = async members => {
    const body = draft(members)
    const client_id = String(body.client_id)
    const { status, text } = await call('POST /acs/broker/oauth2-clients', { secret: `${client_id}-secret`, ...body })
    if (status !== 201) throw new Error(`the mock refused a client: ${status} ${text}`)
    return client_id
  }
  const advance: Mock['advance'] = async (client_id, seconds) =>
    void (await fetch(`${served.controlUrl}/advance`, { method: 'POST', body: JSON.stringify({ client_id, seconds }) }))
  return { ...served, call, token, grant, made, advance }
}

/** Serves a mock for one test body and stops it afterwards. */
export const withMock = async (options: ServeOptions, use: (mock: Mock) => Promise<void>): Promise<void> => {
  const served = await serve(options)
  try {
    await use(verbsOf(served))
  } finally {
    await served.close()
  }
}

/** Playwright's test with a mock per worker. */
export const test = base.extend<object, { mock: Mock }>({
  mock: [async ({}, use) => withMock({}, use), { scope: 'worker' }],
})

export const clientsPath = '/acs/broker/oauth2-clients'
