import { BackstageCredentials } from '@backstage/backend-plugin-api';
import { Entity, RELATION_DEPENDS_ON } from '@backstage/catalog-model';
import { CatalogService } from '@backstage/plugin-catalog-node';

/** The resources that an entity depends on, such as its cluster. */
export async function findDependencies(
  entities: CatalogService,
  entity: Entity,
  credentials: BackstageCredentials,
): Promise<Entity[]> {
  const entityRefs = (entity.relations ?? [])
    .filter(
      ({ type, targetRef }) =>
        type === RELATION_DEPENDS_ON && targetRef.startsWith('resource:'),
    )
    .map(({ targetRef }) => targetRef);
  if (entityRefs.length === 0) {
    return [];
  }
  const { items } = await entities.getEntitiesByRefs(
    { entityRefs },
    { credentials },
  );
  return items.filter((item): item is Entity => item !== undefined);
}
