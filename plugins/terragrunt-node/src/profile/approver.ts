import { parseEntityRef, stringifyEntityRef } from '@backstage/catalog-model';

/** `amara` and `user:amara` as `user:default/amara`. */
export function userRef(text: string): string {
  return stringifyEntityRef(
    parseEntityRef(text, { defaultKind: 'user', defaultNamespace: 'default' }),
  );
}
