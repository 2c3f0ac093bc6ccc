import { expect } from '@playwright/test'
import { clientsPath, test } from './mock-tenant'

test('rights: what each rule set and scope allows', async ({ mock }) => {
  const rights = async (members: Record<string, unknown>, form = {}) => {
    const id = await mock.made(members)
    const token = await mock.token(id, `${id}-secret`, form)
    const lines = [
      `GET ${clientsPath}`,
      `GET ${clientsPath}/${id}`,
      `POST ${clientsPath}`,
      `PATCH ${clientsPath}/${id}`,
    ]
    const answers = await Promise.all(
      lines.map(line =>
        mock.call(line, line.startsWith('GET') ? undefined : '{broken', { token, headers: { accept: 'image/png' } }),
      ),
    )
    return answers.map(({ status }) => status).join(' ')
  }
  const may = '406 406 406 406'
  const reads = '406 406 403 403'
  const nothing = '403 403 403 403'

  expect(await rights({ rule_set_names: ['TENANT_ADMIN'] })).toBe(may)
  expect(await rights({ rule_set_names: ['READ_ONLY_TENANT_ADMIN'] })).toBe(reads)
  expect(await rights({ rule_set_names: ['IDP_AND_DIRECTORY_ADMIN'] })).toBe(nothing)
  expect(await rights({ rule_set_names: ['IDP_AND_DIRECTORY_ADMIN', 'READ_ONLY_TENANT_ADMIN'] })).toBe(reads)
  expect(await rights({})).toBe(nothing)
  expect(await rights({ rule_set_names: ['TENANT_ADMIN'], scope: ['user'] })).toBe(nothing)
  expect(await rights({ rule_set_names: ['TENANT_ADMIN'], scope: ['admin', 'user'] }, { scope: 'user' })).toBe(nothing)
})

test('percent-encoding is decoded once, and nothing traverses', async ({ mock }) => {
  const id = await mock.made()

  expect((await mock.call(`GET ${clientsPath}/${id.replaceAll('-', '%2D')}`)).status).toBe(200)
  for (const other of [id.replaceAll('-', '%252D'), `${id};x=y`, `${id}%00`, '..%2F..%2Fjwks', '%zz', id.toUpperCase()])
    expect((await mock.call(`GET ${clientsPath}/${other}`)).status, other).toBe(404)
})
