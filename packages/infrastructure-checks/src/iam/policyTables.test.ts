import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { readFolder } from '../files';
import {
  plannedPolicies,
  plannedTrust,
  ProfileTable,
  WorkloadTable,
} from './__testUtils__/plannedPolicies';
import { POLICY_LIMITS, policySize } from './policySize';

const MODULES = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/skeleton/modules',
);

/** Policies of a folder by their names. */
async function policiesIn(folder: string): Promise<Map<string, string>> {
  const files = await readFolder(resolve(MODULES, folder));
  return new Map(
    [...files].map(([path, text]) => [path.replace(/\.json$/, ''), text]),
  );
}

function parsed(policies: Map<string, string>): Record<string, unknown> {
  return Object.fromEntries(
    [...policies].map(([name, text]) => [name, JSON.parse(text)]),
  );
}

async function json(path: string) {
  return JSON.parse(await readFile(resolve(MODULES, path), 'utf8'));
}

describe.each(['aws', 'aws-cn'])('workloads in the partition %s', partition => {
  const tests = 'iam/irsa_ml_workloads/tests';

  it('have the policies of the files in previews, as in the module', async () => {
    const table: WorkloadTable = await json(
      `${tests}/requests-${partition}.json`,
    );
    const expected = await policiesIn(`${tests}/expected/${partition}`);

    expect(await plannedPolicies(table)).toEqual(parsed(expected));
  });

  it('have policies that IAM takes', async () => {
    const expected = await policiesIn(`${tests}/expected/${partition}`);
    const trusts = [...expected].filter(([name]) => name.endsWith('-irsa'));
    const access = [...expected].filter(([name]) => !name.endsWith('-irsa'));
    const inline = trusts.map(([role]) =>
      access
        .filter(([name]) => name.startsWith(`${role}-`))
        .reduce((sum, [, text]) => sum + policySize(text), 0),
    );

    expect(
      Math.max(...trusts.map(([, text]) => policySize(text))),
    ).toBeLessThanOrEqual(POLICY_LIMITS.trust);
    expect(Math.max(...inline)).toBeLessThanOrEqual(POLICY_LIMITS.inline);
    expect(Math.min(...inline)).toBeGreaterThan(0);
  });
});

describe('profiles', () => {
  const tests = 'user-profiles/tests';

  it('have the trust of the files in previews, as in the module', async () => {
    const table: ProfileTable = await json(`${tests}/profiles.json`);
    const expected = parsed(await policiesIn(`${tests}/expected`));

    expect(await plannedTrust(table)).toEqual(
      Object.fromEntries(
        Object.entries(expected).filter(([name]) => !name.endsWith('-policy')),
      ),
    );
  });

  it.each([
    ['AccessPolicyDeveloper', 'mlplatform-developer-access-policy'],
    ['AccessPolicyUser', 'mlplatform-user-access-policy'],
  ])('take %s, filled in, for %s', async (file, policy) => {
    const { partition, account_id: account }: ProfileTable = await json(
      `${tests}/profiles.json`,
    );
    const template = await readFile(
      resolve(MODULES, `user-profiles/access_policies/${file}.json`),
      'utf8',
    );
    const text = template
      .replace(/(?<!\$)\$\{partition\}/g, partition)
      .replace(/(?<!\$)\$\{account_id\}/g, account)
      .replace(/\$\$\{/g, '${');

    expect(JSON.parse(text)).toEqual(
      await json(`${tests}/expected/${policy}.json`),
    );
    expect(policySize(text)).toBeLessThanOrEqual(POLICY_LIMITS.managed);
  });
});
