import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** A group or user that can own something. */
export interface Owner {
  entityRef: string;
  title: string;
}

/** Whether a reference is that of a group. */
export function isGroup(entityRef: string): boolean {
  return parseEntityRef(entityRef).kind.toLocaleLowerCase('en-US') === 'group';
}

/**
 * The groups and users of the catalog, the signed-in person's own groups first,
 * and which of them is the default: the own group, else the person.
 */
export function useOwners() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  return useAsyncRetry(async () => {
    const [identity, { items }] = await Promise.all([
      identityApi.getBackstageIdentity(),
      catalogApi.getEntities({
        filter: { kind: ['Group', 'User'] },
        fields: [
          'kind',
          'metadata.name',
          'metadata.namespace',
          'metadata.title',
          'spec.profile.displayName',
        ],
      }),
    ]);
    const own = identity.ownershipEntityRefs;
    const owners = items.map((entity): Owner => {
      const profile = entity.spec?.profile as
        | { displayName?: string }
        | undefined;
      return {
        entityRef: stringifyEntityRef(entity),
        title:
          profile?.displayName ?? entity.metadata.title ?? entity.metadata.name,
      };
    });
    owners.sort(
      (a, b) =>
        Number(own.includes(b.entityRef)) - Number(own.includes(a.entityRef)) ||
        Number(isGroup(b.entityRef)) - Number(isGroup(a.entityRef)) ||
        a.title.localeCompare(b.title, 'en'),
    );
    const { userEntityRef } = identity;
    return {
      owners,
      ownRef: own.find(isGroup) ?? userEntityRef,
      userEntityRef,
    };
  }, [catalogApi, identityApi]);
}
