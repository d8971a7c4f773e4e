import { JsonObject } from '@backstage/types';
import { runAction } from '../__testUtils__/ActionRunner';
import { SandboxPortal } from '../__testUtils__/portal';
import { createProposeProfileAction } from './proposeProfile';
import { createProposeRemovalAction } from './proposeRemoval';

const amara = {
  username: 'amara.silva',
  email: 'amara@acme.example',
  role: 'User',
};

describe('profiles and removals in repositories of other layouts', () => {
  let portal: SandboxPortal;

  afterEach(async () => {
    await portal.stop();
  });

  /** The changed lines of a pull request, with their signs, by file. */
  async function changesOf(pullRequestNumber: unknown) {
    const files = await portal.api<
      { filename: string; status: string; patch: string }[]
    >('GET', `/pulls/${pullRequestNumber}/files`);
    return Object.fromEntries(
      files.map(({ filename, patch }) => [
        filename,
        patch.split('\n').filter(line => /^[+-]/.test(line)),
      ]),
    );
  }

  async function propose(
    create:
      | typeof createProposeProfileAction
      | typeof createProposeRemovalAction,
    request: JsonObject,
  ) {
    portal = await SandboxPortal.start(String(request.repository));
    const { output } = await runAction(portal, request, {}, create);
    expect(output.outcome).toBe('created');
    const { body } = await portal.api(
      'GET',
      `/pulls/${output.pullRequestNumber}`,
    );
    return { changes: await changesOf(output.pullRequestNumber), body };
  }

  it.each([
    {
      where: 'a literal of one-line objects',
      request: {
        repository: 'ml-infra-legacy',
        environment: 'research',
        username: 'piotr.lind',
        email: 'piotr@acme.example',
        role: 'User',
      },
      file: 'live/research/people/terragrunt.hcl',
      apply: 'terragrunt apply in live/research/people',
      added: [
        '+    "piotr.lind" = { username = "piotr.lind", email = "piotr@acme.example", role = "User", create_access_key = false }',
      ],
    },
    {
      where: 'a unit without inputs',
      request: {
        repository: 'ml-infra-legacy',
        environment: 'staging',
        ...amara,
      },
      file: 'live/staging/people/terragrunt.hcl',
      apply: 'terragrunt apply in live/staging/people',
      added: ['inputs = {', 'profiles = {', 'amara.silva'],
    },
    {
      where: 'an argument of a module',
      request: {
        repository: 'ml-infra-terraform',
        environment: 'labs',
        ...amara,
      },
      file: 'environments/labs/people.tf',
      apply: 'terraform apply in environments/labs',
      added: ['      username          = "amara.silva"'],
    },
  ])('adds a profile to $where', async ({ request, file, apply, added }) => {
    const { changes, body } = await propose(
      createProposeProfileAction,
      request,
    );
    expect(Object.keys(changes)).toEqual([file]);
    // Nothing but the alignment of neighbours may change.
    const words = (sign: string) =>
      changes[file]
        .filter(line => line.startsWith(sign))
        .map(line => line.slice(1).replace(/ +/g, ' '));
    expect(words('+')).toEqual(expect.arrayContaining(words('-')));
    for (const text of added) {
      expect(changes[file].join('\n')).toContain(text);
    }
    expect(body).toContain(apply);
  });

  it.each([
    {
      request: {
        repository: 'ml-infra-legacy',
        environment: 'research',
        kind: 'workload',
        name: 'notebooks',
      },
      file: 'live/research/iam-ml-workloads/terragrunt.hcl',
      entity: 'catalog/research/workload-notebooks.yaml',
      apply: 'terragrunt apply in live/research/iam-ml-workloads',
      lines: 6,
    },
    {
      request: {
        repository: 'ml-infra-legacy',
        environment: 'staging',
        kind: 'workload',
        name: 'notebooks',
      },
      file: 'live/staging/iam-ml-workloads/terragrunt.hcl',
      entity: 'catalog/staging/workload-notebooks.yaml',
      apply: 'terragrunt apply in live/staging/iam-ml-workloads',
      lines: 9,
    },
    {
      request: {
        repository: 'ml-infra-terraform',
        environment: 'labs',
        kind: 'workload',
        name: 'whisper',
      },
      file: 'environments/labs/workloads.tf',
      entity: 'catalog/labs/whisper.workload.yaml',
      apply: 'terraform apply in environments/labs',
      lines: 15,
    },
    {
      request: {
        repository: 'ml-infra-terraform',
        environment: 'labs',
        kind: 'profile',
        name: 'piotr.lind',
      },
      file: 'environments/labs/people.tf',
      apply: 'terraform apply in environments/labs',
      lines: 8,
    },
  ])(
    'removes $request.kind $request.name from $request.repository, $request.environment',
    async ({ request, file, entity, apply, lines }) => {
      const { changes, body } = await propose(
        createProposeRemovalAction,
        request,
      );
      expect(Object.keys(changes).sort()).toEqual(
        [file, ...(entity ? [entity] : [])].sort(),
      );
      const removed = changes[file].filter(line => line.startsWith('-'));
      expect(removed).toHaveLength(lines);
      expect(removed.join('\n')).toContain(request.name);
      expect(body).toContain(apply);
    },
  );
});
