import {
  RepositoryRequest,
  splitRepoUrl,
} from '@ml-platform/plugin-ml-platform-common';
import { stringify } from 'yaml';
import { SnapshotRepository } from '../snapshot/RepositorySnapshot';
import { DESCRIPTION } from './renderSkeleton';

/** Path of the file that the catalog is told of. */
export const CATALOG_FILE = 'catalog-info.yaml';

/** The repository's component, and the location of what is declared in it. */
export function repositoryEntities(options: {
  request: RepositoryRequest;
  repository: SnapshotRepository;
  branch: string;
  /** Glob of the entities, from the repository's root. */
  entities: string;
  owner: string;
}): string {
  const { request, repository, branch, entities, owner } = options;
  const { name } = repository;
  const { host } = splitRepoUrl(request.repoUrl)!;
  const documents = [
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Component',
      metadata: {
        name,
        description: request.description ?? DESCRIPTION,
        annotations: {
          ...(host === 'github.com'
            ? { 'github.com/project-slug': `${repository.owner}/${name}` }
            : {}),
          'backstage.io/source-location': `url:${repository.webUrl}/tree/${branch}/`,
        },
        tags: ['terragrunt', 'aws', 'eks'],
      },
      spec: { type: 'infrastructure', lifecycle: 'production', owner },
    },
    {
      apiVersion: 'backstage.io/v1alpha1',
      kind: 'Location',
      metadata: {
        name,
        description: `One entity for each thing that is declared in ${name}`,
      },
      spec: { targets: [`./${entities}`] },
    },
  ];
  return documents
    .map(document => stringify(document, { lineWidth: 0 }))
    .join('---\n');
}

/** Reference of the repository's component. */
export function repositoryEntityRef(name: string): string {
  return `component:default/${name.toLowerCase()}`;
}
