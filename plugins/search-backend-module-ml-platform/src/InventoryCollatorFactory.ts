import { Readable } from 'node:stream';
import { DocumentCollatorFactory } from '@backstage/plugin-search-common';
import {
  InventoryApi,
  InventoryItem,
  InventoryPage,
  mlPlatformInventoryReadPermission,
} from '@ml-platform/plugin-ml-platform-common';
import { FoundKind, InventoryDocument, documentOf } from './InventoryDocument';

/** As many as the inventory gives at a time. */
const PAGE = 200;

type ListPage = (query: {
  sort: 'name';
  offset: number;
  limit: number;
}) => Promise<InventoryPage<FoundKind>>;

/** Makes documents of what the inventory holds. */
export class InventoryCollatorFactory implements DocumentCollatorFactory {
  readonly type = 'ml-platform';
  readonly visibilityPermission = mlPlatformInventoryReadPermission;

  constructor(private readonly inventory: InventoryApi) {}

  async getCollator(): Promise<Readable> {
    return Readable.from(this.#documents());
  }

  async *#documents(): AsyncGenerator<InventoryDocument> {
    const { inventory } = this;
    const lists: ListPage[] = [
      query => inventory.listClusters(query),
      query => inventory.listEndpoints(query),
      query => inventory.listRayClusters(query),
      query => inventory.listRayServices(query),
    ];
    for (const list of lists) {
      for await (const item of pagesOf(list)) {
        yield documentOf(item);
      }
    }
  }
}

/** Everything of a list; what moves to another page while it is read comes once. */
async function* pagesOf(
  list: ListPage,
): AsyncGenerator<InventoryItem<FoundKind>> {
  const seen = new Set<string>();
  let offset = 0;
  let total = 1;
  while (offset < total) {
    const page = await list({ sort: 'name', offset, limit: PAGE });
    yield* page.items.filter(({ id }) => !seen.has(id));
    page.items.forEach(({ id }) => seen.add(id));
    offset += PAGE;
    total = page.total;
  }
}
