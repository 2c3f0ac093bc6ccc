import { expect } from '@playwright/test'
import { clientsPath, test, withMock } from './mock-tenant'
import type { Mock } from './mock-tenant'

const page = async ({ call }: Mock, query: string) => (await call(`GET ${clientsPath}${query}`)).body
const idsOf = ({ items }: Record<string, unknown>) =>
  (items as readonly { client_id: string }[]).map(({ client_id }) => client_id)

test('pages count from 1, hold 20 unless told otherwise, and show every client once', async () => {
  await withMock({}, async mock => {
    for (let left = 22; left > 0; left -= 1) await mock.made()
    const whole = await page(mock, '?page_size=1000')
    const walked = await Promise.all([1, 2, 3, 4].map(number => page(mock, `?page_size=7&start_index=${number}`)))

    expect(walked.flatMap(idsOf)).toEqual(idsOf(whole))
    expect(new Set(idsOf(whole)).size).toBe(23)
    expect(await page(mock, '')).toEqual(await page(mock, '?start_index=1&page_size=20'))
    expect(await page(mock, '')).toMatchObject({ totalCount: 23, totalPages: 2, pageNumber: 1, pageSize: 20 })
    expect(await page(mock, '?start_index=9')).toMatchObject({ items: [], totalCount: 23, pageNumber: 9 })
    expect(await page(mock, '?page_size=2147483647&unknown=1')).toMatchObject({ totalPages: 1, pageSize: 1000 })
  })
})

for (const value of ['0', '-1', 'abc', '1.5', '', '+1', '99999999999', '1&page_size=1', '1&start_index=1'])
  test(`start_index and page_size refuse "${value}"`, async ({ mock }) => {
    const answers = await Promise.all(
      [`?start_index=${value}&start_index=${value}`, `?page_size=${value}&page_size=${value}`].map(query =>
        mock.call(`GET ${clientsPath}${query}`),
      ),
    )

    expect(answers.map(({ status }) => status)).toEqual([400, 400])
  })
