import { dirname, join } from 'node:path';

const HOME = dirname(
  require.resolve('@ml-platform/infrastructure-checks/package.json'),
);

/** The template of the infrastructure repository. */
export const TEMPLATE = join(HOME, '../../templates/ml-platform-repository');

/** What the template puts into a repository. */
export const SKELETON = join(TEMPLATE, 'skeleton');

/** What the sandbox puts over it. */
export const SEED = join(HOME, '../sandbox/seed/ml-infra');

/** What the providers say, as `scripts/generate-schemas.ts` writes it down. */
export const SCHEMAS = join(HOME, 'src/schema/providers.json');
