import {
  SearchFilterResultTypeBlueprint,
  SearchResultListItemBlueprint,
} from '@backstage/plugin-search-react/alpha';
import { RiBrainLine } from '@remixicon/react';

/** Type of the documents that `search-backend-module-ml-platform` makes. */
const DOCUMENT_TYPE = 'ml-platform';

/** Our things, to choose among results. */
export const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: DOCUMENT_TYPE,
    name: 'ML Platform',
    icon: <RiBrainLine />,
  },
});

/** A result as others look, with our icon. */
export const searchResultItem = SearchResultListItemBlueprint.make({
  params: {
    predicate: ({ type }) => type === DOCUMENT_TYPE,
    icon: <RiBrainLine />,
    component: () =>
      import('@backstage/plugin-search-react').then(
        ({ DefaultResultListItem }) => DefaultResultListItem,
      ),
  },
});
