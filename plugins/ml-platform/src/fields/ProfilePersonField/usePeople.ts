import {
  parseEntityRef,
  stringifyEntityRef,
  type Entity,
} from '@backstage/catalog-model';
import { identityApiRef, useApi } from '@backstage/frontend-plugin-api';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import { suggestUsername } from '@ml-platform/plugin-ml-platform-common';
import useAsyncRetry from 'react-use/esm/useAsyncRetry';

/** Somebody for whom a profile can be asked. */
export interface Person {
  entityRef: string;
  title: string;
  isSelf: boolean;
  /** `first.last`; undefined where the catalog does not tell the two names. */
  username?: string;
  email?: string;
}

/**
 * The signed-in person and the members of their own groups, the person first,
 * then by name.
 */
export function usePeople() {
  const catalogApi = useApi(catalogApiRef);
  const identityApi = useApi(identityApiRef);
  return useAsyncRetry(async (): Promise<Person[]> => {
    const { userEntityRef, ownershipEntityRefs } =
      await identityApi.getBackstageIdentity();
    const self = parseEntityRef(userEntityRef);
    const groups = ownershipEntityRefs.filter(
      ref => parseEntityRef(ref).kind.toLocaleLowerCase('en-US') === 'group',
    );
    const { items } = await catalogApi.getEntities({
      filter: [
        {
          kind: 'User',
          'metadata.name': self.name,
          'metadata.namespace': self.namespace,
        },
        ...(groups.length > 0
          ? [{ kind: 'User', 'relations.memberOf': groups }]
          : []),
      ],
      fields: [
        'kind',
        'metadata.name',
        'metadata.namespace',
        'metadata.title',
        'spec.profile',
      ],
    });
    return items
      .map(entity => personOf(entity, userEntityRef))
      .sort(
        (a, b) =>
          Number(b.isSelf) - Number(a.isSelf) ||
          a.title.localeCompare(b.title, 'en'),
      );
  }, [catalogApi, identityApi]);
}

function personOf(entity: Entity, userEntityRef: string): Person {
  const { displayName, email } = (entity.spec?.profile ?? {}) as {
    displayName?: string;
    email?: string;
  };
  const entityRef = stringifyEntityRef(entity);
  const { name, title } = entity.metadata;
  return {
    entityRef,
    title: displayName ?? title ?? name,
    isSelf: entityRef === userEntityRef,
    username: suggestUsername({ name, displayName, email }),
    email,
  };
}
