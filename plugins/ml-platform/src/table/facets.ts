import { humanizeEntityRef } from '@backstage/plugin-catalog-react';
import { parseEntityRef } from '@backstage/catalog-model';
import type { InventoryFacets } from '@ml-platform/plugin-ml-platform-common';
import type { FilterChoice, TableFilter } from './TableFilters';

/** Filters of place and owner; each list has those that tell its things apart. */
export type FacetName =
  | 'account'
  | 'region'
  | 'cluster'
  | 'namespace'
  | 'owner';

/** What else a kind's things differ in, such as a version. */
export interface Variety {
  /** Name in the address. */
  id: string;
  label: string;
}

/** What the inventory is asked for the filters of place and owner. */
export interface FacetQuery {
  accountId?: string[];
  region?: string[];
  clusterArn?: string[];
  namespace?: string[];
  owner?: string[];
}

const FACETS: Record<
  FacetName,
  {
    label: string;
    parameter: keyof FacetQuery;
    choices: (facets: InventoryFacets) => FilterChoice[];
  }
> = {
  account: {
    label: 'Account',
    parameter: 'accountId',
    choices: ({ accountIds }) => accountIds.map(asChoice),
  },
  region: {
    label: 'Region',
    parameter: 'region',
    choices: ({ regions }) => regions.map(asChoice),
  },
  cluster: {
    label: 'Cluster',
    parameter: 'clusterArn',
    choices: ({ clusters }) =>
      clusters.map(({ arn, name }) => ({ id: arn, label: name })),
  },
  namespace: {
    label: 'Namespace',
    parameter: 'namespace',
    choices: ({ namespaces }) => namespaces.map(asChoice),
  },
  owner: {
    label: 'Owner',
    parameter: 'owner',
    choices: ({ owners }) => owners.map(id => ({ id, label: nameOfOwner(id) })),
  },
};

/** Filters with the values that occur; none of them while they are not known. */
export function facetFilters(
  names: readonly FacetName[],
  variety: Variety | undefined,
  facets: InventoryFacets | undefined,
): TableFilter[] {
  return [
    ...(variety
      ? [{ ...variety, choices: (facets?.varieties ?? []).map(asChoice) }]
      : []),
    ...names.map(id => ({
      id,
      label: FACETS[id].label,
      choices: facets ? FACETS[id].choices(facets) : [],
    })),
  ];
}

/** What is asked for when these filters are set. */
export function facetQuery(
  names: readonly FacetName[],
  values: Record<string, string | undefined>,
): FacetQuery {
  return Object.fromEntries(
    names.flatMap(name => {
      const value = values[name];
      return value ? [[FACETS[name].parameter, [value]]] : [];
    }),
  );
}

function asChoice(id: string): FilterChoice {
  return { id, label: id };
}

function nameOfOwner(ref: string): string {
  try {
    return humanizeEntityRef(parseEntityRef(ref), { defaultKind: 'group' });
  } catch {
    // A tag may hold anything.
    return ref;
  }
}
