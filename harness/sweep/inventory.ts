import { families, textIn, type Family, type Kind } from '../families'
import { valueAt, type Received } from '../reply'
import { Trouble } from '../trouble'
import { documentIn, type Asking } from './asking'

/** Something that stands in a list of the tenant. */
export interface Item {
  readonly kind: Kind
  readonly id: string
  readonly name: string
}

/** What the lists of a tenant show, and why some of them could not be read. */
export interface Inventory {
  readonly items: readonly Item[]
  readonly unseen: readonly { readonly kind: Kind; readonly reason: string }[]
}

const perPage = 100
const mostPages = 1_000

const listIn = (received: Received): readonly unknown[] => {
  const document = documentIn(received)
  const items = Array.isArray(document) ? (document as unknown[]) : valueAt(document, '/items')
  if (received.status !== 200 || !Array.isArray(items)) throw new Trouble(`the list is answered ${received.status}`)
  return items as unknown[]
}

const itemsIn = ({ kind, nameIn, idIn }: Family, entries: readonly unknown[]): readonly Item[] =>
  entries.flatMap(entry => {
    const id = textIn(entry, idIn)
    // The deletion of a directory takes a while; nobody can do more about it.
    const isGoing = valueAt(entry, '/delete_in_progress') === true
    return id === undefined || isGoing ? [] : [{ kind, id, name: textIn(entry, nameIn) ?? id }]
  })

/** Pages are counted from 1; the list ends where it says so, or where a page brings nothing new. */
const pages = async (family: Family, { ask }: Asking): Promise<readonly Item[]> => {
  const found = new Map<string, Item>()
  for (let start_index = 1; start_index <= mostPages; start_index++) {
    const received = await ask(`GET ${family.collection}`, { start_index, page_size: perPage })
    // A page behind the last one may be refused.
    const entries = start_index > 1 && received.status === 400 ? [] : listIn(received)
    const before = found.size
    for (const item of itemsIn(family, entries)) found.set(item.id, item)
    const total = valueAt(documentIn(received), '/totalPages')
    if (found.size === before || (typeof total === 'number' && start_index >= total)) return [...found.values()]
  }
  throw new Trouble(`there are more than ${mostPages} pages`)
}

const listOf = async (family: Family, asking: Asking): Promise<readonly Item[]> =>
  family.kind === 'client'
    ? pages(family, asking)
    : itemsIn(family, listIn(await asking.ask(`GET ${family.collection}`)))

/** Everything that the lists of a tenant show, page after page. A list that cannot be read is said to be unseen. */
export const inventoryOf = async (asking: Asking): Promise<Inventory> => {
  const unseen: Inventory['unseen'][number][] = []
  const lists = families.map(async family => {
    try {
      return await listOf(family, asking)
    } catch (error) {
      if (!(error instanceof Trouble)) throw error
      unseen.push({ kind: family.kind, reason: error.message })
      return []
    }
  })
  return { items: (await Promise.all(lists)).flat(), unseen }
}
