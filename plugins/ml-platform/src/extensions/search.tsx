import { SearchFilterResultTypeBlueprint } from '@backstage/plugin-search-react/alpha';
import { RiBrainLine } from '@remixicon/react';

/** What `search-backend-module-ml-platform` indexes, to choose among results. */
export const searchResultType = SearchFilterResultTypeBlueprint.make({
  params: {
    value: 'ml-platform',
    name: 'ML Platform',
    icon: <RiBrainLine />,
  },
});
