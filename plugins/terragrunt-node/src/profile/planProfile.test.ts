import { ProfileRequest } from '@ml-platform/plugin-ml-platform-common';
import { MlPlatformPolicy } from '../config';
import { MemorySnapshot } from '../snapshot';
import {
  ENV_YAML,
  hclData,
  lineDiff,
  merged,
  planContext,
  textAfter,
} from '../workload/__testUtils__/repositories';
import { planProfile } from './planProfile';

const UNIT = 'env/dev/aws/user-profiles/terragrunt.hcl';

const REQUEST: ProfileRequest = {
  repository: 'ml-infra',
  environment: 'dev',
  username: 'dana.okafor',
  email: 'dana@acme.example',
  role: 'User',
  createAccessKey: false,
};

const PROFILES = `include "root" {
  path = find_in_parent_folders("root.hcl")
}

inputs = {
  # Who works here
  profiles = {
    "amara.silva" = { username = "amara.silva", email = "amara@acme.example", role = "Developer" }

    # platform team
    "piotr.lind" = {
      username = "piotr.lind"
      email    = "piotr@acme.example" // work
      role     = "Developer"
      pager    = true
    }
  }
  tags = local.tags
}
`;

function repository(
  profiles: string = PROFILES,
  files: Record<string, string> = {},
): MemorySnapshot {
  return new MemorySnapshot({
    'env/dev/env.yaml': ENV_YAML,
    [UNIT]: profiles,
    ...files,
  });
}

function plan(
  request: Partial<ProfileRequest> = {},
  snapshot = repository(),
  policy: Partial<MlPlatformPolicy> = {},
) {
  const context = planContext();
  return planProfile({ ...REQUEST, ...request }, snapshot, {
    ...context,
    policy: { ...context.policy, ...policy },
  });
}

const idsOf = (result: Awaited<ReturnType<typeof plan>>) =>
  result.findings.map(({ id, severity }) => `${severity} ${id}`);

describe('planProfile', () => {
  it('adds a profile at its sorted place and touches nothing else', async () => {
    const snapshot = repository();
    const result = await plan({}, snapshot);

    expect(result).toMatchObject({
      kind: 'profile',
      name: 'dana.okafor',
      operation: 'create',
      title: 'Add user profile dana.okafor to dev',
    });
    expect(idsOf(result)).toEqual(['info profile-aws-not-checked']);
    const after = textAfter(result, UNIT);
    expect(lineDiff(PROFILES, after).every(line => line[0] === '+')).toBe(true);
    expect(after).toContain(`    "dana.okafor" = {
      username          = "dana.okafor"
      email             = "dana@acme.example"
      role              = "User"
      create_access_key = false
    }
`);
    expect(after.indexOf('dana.okafor')).toBeLessThan(
      after.indexOf('# platform team'),
    );
    const { inputs } = await hclData(after);
    expect(Object.keys(inputs.profiles)).toEqual([
      'amara.silva',
      'dana.okafor',
      'piotr.lind',
    ]);

    const again = await plan({}, merged(snapshot, result));
    expect(again).toMatchObject({ operation: 'none', files: [] });
  });

  it('makes no access key that nobody asked for, whatever the module does by default', async () => {
    const snapshot = repository();
    const result = await plan({ createAccessKey: undefined }, snapshot);

    expect(textAfter(result, UNIT)).toMatch(
      /"dana.okafor" = \{[^}]*create_access_key = false/,
    );
    const again = await plan(
      { createAccessKey: undefined },
      merged(snapshot, result),
    );
    expect(again).toMatchObject({ operation: 'none', files: [] });
  });

  it('says what will exist and who may do what', async () => {
    const result = await plan({ createAccessKey: true });

    expect(result.summary.willExist).toEqual([
      'IAM user dana-okafor',
      'IAM role mlplatform-access-dana-okafor',
      'Secrets Manager secret dana.okafor',
      'Access key of IAM user dana-okafor, in the secret dana.okafor',
    ]);
    expect(result.access).toMatchObject([
      {
        kind: 'trust',
        sentence: expect.stringContaining('works with SageMaker'),
        resources: ['arn:aws:iam::123456789012:user/dana-okafor'],
      },
    ]);
    expect(idsOf(result)).toEqual([
      'warning profile-access-key',
      'info profile-aws-not-checked',
    ]);
  });

  it.each<[string, Partial<ProfileRequest>, string[]]>([
    [
      'the address',
      { email: 'p.lind@acme.example', role: 'Developer' },
      [
        '- email    = "piotr@acme.example" // work',
        '+ email    = "p.lind@acme.example" // work',
      ],
    ],
    [
      'the role',
      { email: 'piotr@acme.example', role: 'User' },
      ['- role     = "Developer"', '+ role     = "User"'],
    ],
  ])(
    'changes %s and keeps what is not asked about',
    async (_, request, diff) => {
      const result = await plan({ username: 'piotr.lind', ...request });

      expect(result.operation).toBe('change');
      const after = textAfter(result, UNIT);
      expect(lineDiff(PROFILES, after)).toEqual(diff);
      expect(after).toContain('pager    = true');
    },
  );

  it('changes no byte when only formatting and defaults differ', async () => {
    const result = await plan({
      username: 'amara.silva',
      email: 'amara@acme.example',
      role: 'Developer',
    });

    expect(result).toMatchObject({ operation: 'none', files: [] });
    expect(idsOf(result)).toEqual([]);
  });

  it('finds a profile by its username, whatever its key', async () => {
    const text = `inputs = {
  profiles = {
    dana = { username = "dana.okafor", email = "dana@acme.example", role = "user" }
  }
}
`;
    const result = await plan({}, repository(text));

    expect(lineDiff(text, textAfter(result, UNIT))).toEqual([
      '- dana = { username = "dana.okafor", email = "dana@acme.example", role = "user" }',
      '+ dana = { username = "dana.okafor", email = "dana@acme.example", role = "User" }',
    ]);
  });

  it('keeps expressions and says so', async () => {
    const text = `inputs = {
  profiles = {
    "dana.okafor" = {
      username = "dana.okafor"
      email    = local.emails["dana"]
      role     = "Developer"
    }
  }
}
`;
    const result = await plan({}, repository(text));

    expect(lineDiff(text, textAfter(result, UNIT))).toEqual([
      '- role     = "Developer"',
      '+ role     = "User"',
    ]);
    expect(result.findings).toMatchObject([
      {
        id: 'profile-expression-kept',
        line: 5,
        message: expect.stringContaining('local.emails'),
      },
    ]);
  });

  it.each<[string, string, string]>([
    ['an empty map', 'inputs = {\n  profiles = {}\n}\n', 'inputs.profiles'],
    ['no map', 'inputs = {\n  region = "x"\n}\n', 'inputs.profiles'],
    ['no inputs', 'include {\n  path = "x"\n}\n', 'inputs.profiles'],
    [
      'a merge',
      'inputs = {\n  profiles = merge(local.base, { "a.b" = { username = "a.b", email = "a@acme.example", role = "User" } })\n}\nlocals {\n  base = {}\n}\n',
      'inputs.profiles',
    ],
    [
      'CRLF line ends',
      'inputs = {\r\n  profiles = {\r\n  }\r\n}\r\n',
      'inputs.profiles',
    ],
  ])('adds to %s, and a second time nothing', async (_, text) => {
    const snapshot = repository(text);
    const result = await plan({}, snapshot);

    expect(result.operation).toBe('create');
    expect(textAfter(result, UNIT)).toContain('"dana.okafor" =');
    expect(/[^\r]\n/.test(textAfter(result, UNIT))).toBe(!text.includes('\r'));
    expect(await plan({}, merged(snapshot, result))).toMatchObject({
      operation: 'none',
      files: [],
    });
  });

  it('adds to a list of profiles', async () => {
    const text = `inputs = {
  profiles = [
    { username = "amara.silva", email = "amara@acme.example", role = "User" },
  ]
}
`;
    const snapshot = repository(text);
    const result = await plan({}, snapshot);
    const { inputs } = await hclData(textAfter(result, UNIT));

    expect(inputs.profiles.map((one: any) => one.username)).toEqual([
      'amara.silva',
      'dana.okafor',
    ]);
    expect((await plan({}, merged(snapshot, result))).operation).toBe('none');
  });

  it('adds to a module block of a plain Terraform repository', async () => {
    const context = planContext({
      profiles: {
        file: 'env/{environment}/main.tf',
        attribute: 'module.people.profiles',
      },
    });
    const snapshot = new MemorySnapshot({
      'env/dev/env.yaml': ENV_YAML,
      'env/dev/main.tf':
        'module "people" {\n  source   = "../modules/people"\n  profiles = {}\n}\n',
    });
    const result = await planProfile(REQUEST, snapshot, context);

    expect(textAfter(result, 'env/dev/main.tf')).toContain(
      '    "dana.okafor" = {\n',
    );
  });

  it.each<[string, string, RegExp]>([
    [
      'an expression at its key',
      'inputs = {\n  profiles = { "dana.okafor" = local.dana }\n}\n',
      /local\.dana/,
    ],
    [
      'another person at its key',
      'inputs = {\n  profiles = { "dana.okafor" = { username = "a.b", email = "a@acme.example", role = "User" } }\n}\n',
      /a\.b/,
    ],
  ])('does not overwrite %s', async (_, text, message) => {
    const result = await plan({}, repository(text));

    expect(result.files).toEqual([]);
    expect(result.findings[0]).toMatchObject({
      id: 'profile-key-taken',
      message: expect.stringMatching(message),
    });
  });

  describe('in an AWS account of several environments', () => {
    const OTHER = `inputs = {
  profiles = {
    "dana.okafor" = { username = "dana.okafor", email = "dana@acme.example", role = "User" }
    "anna-maria.li" = { username = "anna-maria.li", email = "anna@acme.example", role = "User" }
  }
}
`;
    const withTest = (account = '123456789012') =>
      repository(PROFILES, {
        'env/test/env.yaml': `aws_account_id: "${account}"\n`,
        'env/test/aws/user-profiles/terragrunt.hcl': OTHER,
      });

    it.each<[string, string[]]>([
      ['dana.okafor', ['error profile-other-environment']],
      ['anna.maria-li', ['error profile-iam-name-taken']],
      ['joe.blogg', []],
    ])('compares %s with all of them', async (username, errors) => {
      const result = await plan(
        { username, email: 'x@acme.example' },
        withTest(),
      );

      expect(idsOf(result)).toEqual([
        ...errors,
        'warning profile-second-unit',
        'info profile-aws-not-checked',
      ]);
      expect(result.files).toHaveLength(errors.length ? 0 : 1);
    });

    it('leaves other accounts alone', async () => {
      expect(idsOf(await plan({}, withTest('210987654321')))).toEqual([
        'info profile-aws-not-checked',
      ]);
    });

    it('says which could not be read, and plans nevertheless', async () => {
      const result = await plan(
        {},
        repository(PROFILES, {
          'env/test/env.yaml': ENV_YAML,
          'env/test/aws/user-profiles/terragrunt.hcl': 'inputs = {',
        }),
      );

      expect(idsOf(result)).toEqual([
        'info profile-aws-not-checked',
        'info profile-environment-not-checked',
      ]);
    });

    it('leads to the environment which has the unit', async () => {
      await expect(
        plan(
          { environment: 'test' },
          repository(PROFILES, { 'env/test/env.yaml': ENV_YAML }),
        ),
      ).rejects.toThrow(
        /no file env\/test\/aws\/user-profiles\/terragrunt.hcl .* declared in dev: choose that environment/,
      );
    });
  });

  it.each<
    [string, Partial<ProfileRequest>, Partial<MlPlatformPolicy>, string[]]
  >([
    ['nothing', {}, {}, ['reason: ', 'approver: ']],
    ['a reason alone', { reason: 'Runs it' }, {}, ['approver: ']],
    [
      'the requester as approver',
      { reason: 'Runs it', approver: 'dana' },
      {},
      ['approver: '],
    ],
    [
      'an approver whom the policy does not name',
      { reason: 'Runs it', approver: 'user:default/piotr' },
      { developerApprovers: ['user:default/amara'] },
      ['approver: '],
    ],
    [
      'an approver of the policy',
      { reason: 'Runs it', approver: 'amara' },
      { developerApprovers: ['user:default/amara'] },
      [],
    ],
  ])('a developer with %s', async (_, request, policy, fields) => {
    const result = await plan(
      { role: 'Developer', ...request },
      undefined,
      policy,
    );
    const errors = result.findings.filter(
      ({ severity }) => severity === 'error',
    );

    expect(errors.map(({ field }) => `${field}: `)).toEqual(fields);
  });

  it.each([
    ['dana@acme.example', []],
    ['dana@ACME.example', []],
    ['dana@mail.acme.example', ['error profile-email-domain']],
    ['dana@acme.example.evil.example', ['error profile-email-domain']],
  ])('compares the domain of %s with the policy', async (email, errors) => {
    const result = await plan({ email }, undefined, {
      emailDomains: ['acme.example'],
    });

    expect(idsOf(result)).toEqual([...errors, 'info profile-aws-not-checked']);
  });

  it.each([
    [{ environment: 'nowhere' }, /no environment "nowhere".*There are: dev/],
    [{ username: 'dana' }, /must be first.last/],
  ])('refuses %j', async (request, message) => {
    await expect(plan(request)).rejects.toThrow(message);
  });

  it('names file and line of a syntax error', async () => {
    await expect(
      plan({}, repository('inputs = {\n  profiles = {\n')),
    ).rejects.toThrow(/env\/dev\/aws\/user-profiles\/terragrunt.hcl:\d+/);
  });

  it('does not need the workloads of the environment to be readable', async () => {
    const result = await plan(
      {},
      repository(PROFILES, {
        'env/dev/aws/irsa-ml-workloads/terragrunt.hcl': 'inputs = {',
      }),
    );

    expect(result.operation).toBe('create');
  });
});
