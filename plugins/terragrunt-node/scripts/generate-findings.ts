import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { resolvePackagePath } from '@backstage/backend-plugin-api';
import { findingRules } from '../src/findings/registry';
import { renderFindingsDocument } from '../src/findings/renderFindingsDocument';

const file = resolvePackagePath(
  '@ml-platform/plugin-terragrunt-node',
  '../../docs/findings.md',
);
mkdirSync(dirname(file), { recursive: true });
writeFileSync(file, renderFindingsDocument(findingRules));
process.stdout.write(`${findingRules.length} rules written to ${file}\n`);
