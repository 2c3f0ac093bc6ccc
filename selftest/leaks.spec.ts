import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import type { Defect } from '../mock/defects/defect'
import { serve, type ServeOptions } from '../mock/serve'
import type { Variant } from '../mock/variants/variant'
import { conformance } from './conformance-run'
import { disguises } from './disguises'
import { recording } from './recording-proxy'

test.describe.configure({ mode: 'parallel' })
test.setTimeout(120_000)

/** A tenant that tells its secrets wherever it can, and does nearly everything wrong. */
const chatty: Defect = {
  story: 'secrets of clients are told in readbacks and lists, and lifetimes are wrong',
  caughtBy: ['CLI-011', 'CLI-013', 'TOK-005'],
  breaks: {
    clients: {
      extras: ({ secrets }) => ({ secret: secrets.primary, again: { secret: [secrets.primary] } }),
      summary: ({ client_id, scope, secrets }) => ({ client_id, scope, secret: secrets.primary }),
    },
    token: { lifetime: client => client.access_token_ttl },
  },
}

const members = (body: unknown): Readonly<Record<string, unknown>> =>
  typeof body === 'object' && body !== null ? (body as Readonly<Record<string, unknown>>) : {}

const echoing: Variant = {
  story: 'tokens stand in headers, in links and in words as well',
  shows: 'Token reply: has a member copy, which is not documented',
  distorts: {
    'POST /acs/token': wire => {
      const { access_token: given } = members(wire.body)
      const token = typeof given === 'string' ? given : 'none'
      const words = { error_description: `gave ${token}`, copy: Buffer.from(`t=${token}`).toString('base64') }
      return {
        ...wire,
        headers: { ...wire.headers, 'x-token': token, link: `</?t=${token}>` },
        body: { ...members(wire.body), ...words },
      }
    },
  },
}

/** Everything a run left, in one text per file. */
const leftIn = (folder: string): readonly (readonly [path: string, text: string])[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter(entry => entry.isFile())
    .map(({ parentPath, name }) => join(parentPath, name))
    .map(path => [path.slice(folder.length + 1), readFileSync(path, 'latin1')])

const tenants: readonly (readonly [name: string, options: ServeOptions, grep: string, failed: string])[] = [
  [
    'tells its secrets',
    { defect: chatty, variants: [echoing] },
    'TOK-00[2359]|TOK-02[2-4]|CLI-00[79]|CLI-01[123]|HOST-009',
    'CLI-013',
  ],
  ['gives tokens under another name', { defect: 'access-token-renamed' }, 'TOK-00[1-5]|CLI-011', 'TOK-002'],
]

for (const [name, options, grep, failed] of tenants)
  test(`no secret and no token is left anywhere by a run against a tenant that ${name}`, async ({}, info) => {
    const served = await serve(options)
    const recorded = await recording(served)
    const folder = info.outputPath('r')

    const { status, said, found } = await conformance(folder, recorded.settings, ['--grep', grep])
    await recorded.close()
    await served.close()

    expect(status, said).toBe(1)
    expect(found?.requirements.find(({ id }) => id === failed)?.verdict).toBe('fail')
    expect(recorded.secrets.size).toBeGreaterThan(3)
    const left = [...leftIn(folder), ['the console', said] as const]
    for (const part of ['conformance.json', 'plan.json', 'allure-results'])
      expect(
        left.some(([path]) => path.includes(part)),
        part,
      ).toBe(true)
    const leaks = left.flatMap(([path, text]) =>
      [...recorded.secrets].flatMap(([secret, kind]) =>
        disguises(secret).some(disguise => text.includes(disguise)) ? [`${path} shows what was ${kind}`] : [],
      ),
    )
    expect(leaks).toEqual([])
  })

test('the search itself finds what is there', () => {
  for (const carry of [
    (secret: string) => `a ${secret} b`,
    (secret: string) => Buffer.from(`id:${secret}`).toString('base64'),
    (secret: string) => Buffer.from(`i:${secret}!`).toString('base64url'),
    (secret: string) => encodeURIComponent(`x=${secret}`),
    (secret: string) => JSON.stringify({ secret }),
  ])
    expect(disguises('some/secret+"4711"').some(disguise => carry('some/secret+"4711"').includes(disguise))).toBe(true)
})
