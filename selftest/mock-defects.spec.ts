import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { defects } from '../mock/defects'
import { createKeys } from '../mock/keys'
import { laws } from '../mock/laws'
import { override } from '../mock/override'
import { routes } from '../mock/routes'
import { variants } from '../mock/variants'
import { draft, clientsPath, withMock } from './mock-tenant'

type Tree = Readonly<Record<string, unknown>>

const isTree = (value: unknown): value is Tree => Object.getPrototypeOf(value ?? 0) === Object.prototype

/** Paths of the laws that differ. */
const differences = (one: Tree, other: Tree, at = ''): readonly string[] =>
  Object.keys({ ...one, ...other }).flatMap(name => {
    const [before, after] = [one[name], other[name]]
    if (isTree(before) && isTree(after)) return differences(before, after, `${at}/${name}`)
    return before === after ? [] : [`${at}/${name}`]
  })

const lines: readonly string[] = routes.map(({ line }) => line)
const keys = createKeys()
const notAreas = ['defect.ts', 'distortions.ts', 'index.ts', 'clients/index.ts']
const defectFiles = readdirSync(join(__dirname, '../mock/defects'), {
  recursive: true,
  encoding: 'utf8',
})
  .map(file => file.replaceAll('\\', '/'))
  .filter(file => file.endsWith('.ts') && !notAreas.includes(file))

const changes = [
  ...Object.entries(defects).map(([name, { breaks, distorts }]) => ({ name, laws: breaks, distorts })),
  ...Object.entries(variants).map(([name, { chooses, distorts }]) => ({ name, laws: chooses, distorts })),
]

test('every area is in the index, and names are unique across areas and both kinds', () => {
  const areas = defectFiles.map(file => require(`../mock/defects/${file}`) as Tree)
  const written = areas.flatMap(area => Object.values(area)).flatMap(area => Object.keys(area as Tree))

  expect(written.toSorted()).toEqual(Object.keys(defects).toSorted())
  expect(new Set(changes.map(({ name }) => name)).size).toBe(changes.length)
})

test('each change changes a law or distorts an answer, never both', () => {
  for (const { name, laws: changed, distorts } of changes) {
    const lawsChanged = differences(laws, override(laws, changed)).length
    expect(lawsChanged > 0, name).toBe(distorts === undefined)
    expect(
      Object.keys(distorts ?? {}).every(line => line === 'every line' || lines.includes(line)),
      name,
    ).toBe(true)
  }
})

test('the correct laws are untouched by changes', () => {
  const before = override(laws, {})
  for (const { laws: changed } of changes) override(laws, changed)

  expect(differences(laws, before)).toEqual([])
})

test('every faulty tenant starts and answers', async () => {
  for (const name of Object.keys(defects))
    await withMock({ defect: name, keys }, async ({ call }) => {
      expect(
        (await call('GET /acs/.well-known/openid-configuration', undefined, { token: '' })).status,
        name,
      ).toBeLessThan(600)
    })
})

test('every legitimate tenant issues tokens and keeps clients', async () => {
  for (const name of Object.keys(variants).filter(name => !name.endsWith('-types-only')))
    await withMock({ variants: [name], keys }, async ({ call }) => {
      const body = draft()
      expect((await call(`POST ${clientsPath}`, body)).status, name).toBe(201)
      expect((await call(`GET ${clientsPath}/${String(body.client_id)}`)).body, name).toMatchObject(body)
    })
})

test('a tenant of one generation of media types refuses the others', async () => {
  const type = 'application/vnd.Omnissa.horizon.manager.accesscontrol.broker.oauth2client.with.rule.sets+json'
  await withMock({ variants: ['omnissa-types-only'] }, async ({ call }) => {
    expect((await call(`POST ${clientsPath}`, draft())).status).toBe(415)
    const answer = await call(`POST ${clientsPath}`, draft(), {
      headers: { 'content-type': type, accept: type.toLowerCase() },
    })
    expect(answer.status).toBe(201)
    expect(answer.headers.get('content-type')).toBe(type)
  })
})

test('a defect reaches the wire', async () => {
  await withMock({ defect: 'ttl-taken-for-seconds' }, async ({ made, grant }) => {
    const id = await made({ access_token_ttl: 7 })
    expect((await grant(id, `${id}-secret`)).body.expires_in).toBe(7)
  })
  await withMock({ defect: 'supplied-secret-replaced', keys }, async ({ made, grant }) => {
    const id = await made()
    expect((await grant(id, `${id}-secret`)).status).toBe(401)
  })
  await withMock({ defect: 'applied-then-403' }, async ({ made, token, call }) => {
    const id = await made({ rule_set_names: ['READ_ONLY_TENANT_ADMIN'] })
    const victim = await made()
    expect(
      (await call(`DELETE ${clientsPath}/${victim}`, undefined, { token: await token(id, `${id}-secret`) })).status,
    ).toBe(403)
    expect((await call(`GET ${clientsPath}/${victim}`)).status).toBe(404)
  })
})
