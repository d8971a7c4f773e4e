import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { ConfigReader } from '@backstage/config';
import { parse } from 'yaml';
import { readMlPlatformConfig } from '../config';
import { MemorySnapshot } from '../snapshot';
import { planWorkload } from '../workload/planWorkload';
import { listEnvironments } from './listEnvironments';

const text = readFileSync(
  resolve(__dirname, '../../../../docs/layouts.md'),
  'utf8',
);

/** The blocks of code in one language. */
function codeIn(section: string, language: string): string[] {
  return [
    ...section.matchAll(new RegExp(`\`\`\`${language}\n([^]*?)\n\`\`\``, 'g')),
  ].map(([, code]) => code);
}

const layouts = text
  .split(/^## /m)
  .filter(section => section.includes('repositories:'))
  .map(section => ({
    title: section.slice(0, section.indexOf(' <')),
    config: parse(codeIn(section, 'yaml')[0]),
    files: Object.fromEntries(
      codeIn(section, 'hcl').map(code => [code.split('\n')[0].slice(2), code]),
    ),
  }));

describe('docs/layouts.md', () => {
  it('shows every layout', () => {
    expect(layouts.map(({ title }) => title)).toEqual([
      'Terragrunt with `root.hcl`',
      'Terragrunt with `terragrunt.hcl` as root',
      'Plain Terraform',
    ]);
  });

  it.each(layouts)(
    'configures what it shows: $title',
    async ({ config, files }) => {
      const { repositories, policy } = readMlPlatformConfig(
        new ConfigReader({
          integrations: { github: [{ host: 'github.com', token: 'x' }] },
          ...config,
        }),
      );
      const [repository] = repositories;
      const { environments } = repository.layout;
      const snapshot = new MemorySnapshot({
        // The one file that the documentation does not show.
        ...(environments === 'env/*/env.yaml' && {
          'env/dev/env.yaml': 'region: eu-west-2\naws_account_id: "1"\n',
        }),
        ...files,
      });
      const [environment, ...others] = await listEnvironments(
        snapshot,
        repository,
      );
      expect(others).toEqual([]);
      expect(environment.problem).toBeUndefined();
      expect(environment.region).toMatch(/^[a-z]+-[a-z]+-\d$/);
      expect(environment.accountId).toMatch(/^\d{12}$/);
      expect(environment.workloads).toHaveLength(1);

      const plan = await planWorkload(
        {
          repository: repository.id,
          environment: environment.name,
          name: 'fraud',
          namespace: 'fraud',
          serviceAccount: 'fraud',
          createNamespace: true,
          createServiceAccount: true,
          dynamodbAccess: { tableArns: ['features'] },
        },
        snapshot,
        { repository, policy },
      );
      expect(plan.operation).toBe('create');
      expect(plan.files[0]).toMatchObject({
        before: files[plan.files[0].path],
        after: expect.stringContaining(
          `"arn:aws:dynamodb:${environment.region}:${environment.accountId}:table/features"`,
        ),
      });
    },
  );
});
