import { RepositoryHost } from '../host/RepositoryHost';
import { ChangePlan } from '../plan';
import { compareWithOpen } from './compareWithOpen';
import { ProposeOptions } from './ProposeOptions';
import {
  linePlan,
  Person,
  SandboxRepository,
} from './__testUtils__/sandboxRepository';

/** A new environment of a network, as small as can be. */
function environmentPlan(name: string, block: string): ProposeOptions['plan'] {
  return async snapshot => ({
    ...(await linePlan({ name, value: block })(snapshot)),
    kind: 'cluster',
    environment: name,
    reserves: [{ kind: 'network', value: block }],
  });
}

/** The removal of what {@link linePlan} declares. */
function removalPlan(name: string): ProposeOptions['plan'] {
  return async snapshot => ({
    ...(await linePlan({ name, value: 'gone' })(snapshot)),
    kind: 'removal',
    thing: 'workload',
    operation: 'remove',
  });
}

describe('two requests for the same', () => {
  let repository: SandboxRepository;

  beforeEach(async () => {
    repository = await SandboxRepository.start();
  });

  afterEach(() => repository.stop());

  const ask = (
    as: Person,
    plan: ProposeOptions['plan'],
    host?: RepositoryHost,
  ) =>
    repository.ask(
      { name: as, value: '' },
      { as, plan, ...(host ? { host } : {}) },
    );

  /** The host of a person who does not see pull requests that were opened a moment ago. */
  function lateHost(as: Person): RepositoryHost {
    const host = repository.host(repository.sandbox.tokenFor(as));
    const real = host.openPullRequests.bind(host);
    let looks = 0;
    host.openPullRequests = async branch => {
      looks += 1;
      return looks === 1 ? [] : await real(branch);
    };
    return host;
  }

  const states = async () =>
    (
      (await repository.api('GET', '/pulls?state=all')) as {
        number: number;
        state: string;
      }[]
    )
      .map(({ number, state }) => `${number} ${state}`)
      .sort();

  it('refuses a network that an open pull request asks for, with a link', async () => {
    const { url } = await ask('dana', environmentPlan('qa', '10.60.0.0/16'));

    await expect(
      ask('piotr', environmentPlan('staging', '10.60.16.0/20')),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(
        new RegExp(
          `10\\.60\\.16\\.0/20 overlaps 10\\.60\\.0\\.0/16.*#1 \\(${url}\\).*'qa'`,
        ),
      ),
    });
    expect(await repository.branches()).toEqual([
      'main',
      'ml-platform/cluster/qa/qa',
    ]);
  });

  it.each([
    ['another network', '10.61.0.0/16'],
    ['the network behind it', '10.60.64.0/18'],
  ])('takes %s', async (_, block) => {
    await ask('dana', environmentPlan('qa', '10.60.0.0/18'));

    expect(await ask('piotr', environmentPlan('staging', block))).toMatchObject(
      { outcome: 'created', number: 2 },
    );
  });

  it('takes the network of a pull request that was closed', async () => {
    await ask('dana', environmentPlan('qa', '10.60.0.0/16'));
    await repository.api('PATCH', '/pulls/1', { state: 'closed' });

    expect(
      await ask('piotr', environmentPlan('staging', '10.60.0.0/16')),
    ).toMatchObject({ outcome: 'created' });
  });

  it('lets the same person ask again for the same environment', async () => {
    await ask('dana', environmentPlan('qa', '10.60.0.0/16'));

    expect(
      await ask('dana', environmentPlan('qa', '10.60.0.0/17')),
    ).toMatchObject({ outcome: 'updated', number: 1 });
    // What is taken is what was asked for last.
    expect(
      await ask('piotr', environmentPlan('staging', '10.60.128.0/17')),
    ).toMatchObject({ outcome: 'created', number: 2 });
  });

  it('withdraws the later of two that could not see each other', async () => {
    await ask('dana', environmentPlan('qa', '10.60.0.0/16'));

    await expect(
      ask(
        'piotr',
        environmentPlan('staging', '10.60.0.0/16'),
        lateHost('piotr'),
      ),
    ).rejects.toMatchObject({
      name: 'ConflictError',
      message: expect.stringMatching(/#1 .*Yours, #2, came later/s),
    });
    expect(await states()).toEqual(['1 open', '2 closed']);
    expect(await repository.branches()).toEqual([
      'main',
      'ml-platform/cluster/qa/qa',
    ]);
    expect((await repository.api('GET', '/pulls/2')).body).toMatch(
      /^Withdrawn in favour of #1/,
    );
  });

  it.each<[string, (block: string) => ProposeOptions['plan'][]]>([
    [
      'networks',
      block => [
        environmentPlan('qa', block),
        environmentPlan('staging', block),
      ],
    ],
    [
      'a workload and its removal',
      () => [linePlan({ name: 'vllm', value: '1' }), removalPlan('vllm')],
    ],
  ])('leaves one of two at once open: %s', async (_, plansOf) => {
    const [one, other] = plansOf('10.60.0.0/16');
    const results = await Promise.allSettled([
      ask('dana', one, lateHost('dana')),
      ask('piotr', other, lateHost('piotr')),
    ]);

    expect(results.map(({ status }) => status).sort()).toEqual([
      'fulfilled',
      'rejected',
    ]);
    expect((await states()).filter(state => state.endsWith('open'))).toEqual([
      '1 open',
    ]);
  });

  it('goes on with a warning when it cannot look again', async () => {
    const host = repository.host(repository.sandbox.tokenFor('dana'));
    const real = host.openPullRequests.bind(host);
    let looks = 0;
    host.openPullRequests = async branch => {
      looks += 1;
      if (looks > 1) {
        throw new Error('GitHub does not answer');
      }
      return await real(branch);
    };

    expect(
      await ask('dana', environmentPlan('qa', '10.60.0.0/16'), host),
    ).toMatchObject({
      outcome: 'created',
      warnings: [expect.stringContaining('GitHub does not answer')],
    });
  });

  it('says beforehand what will be refused', async () => {
    const { url } = await ask('dana', environmentPlan('qa', '10.60.0.0/16'));
    const host = repository.host();
    const snapshot = await host.openSnapshot('main');
    const open = await host.openPullRequests('main');
    const compared = async (plan: ProposeOptions['plan'], as: Person) =>
      compareWithOpen(await plan(snapshot), open, {
        userEntityRef: `user:default/${as}`,
      });
    const ids = ({ findings }: ChangePlan) => findings.map(({ id }) => id);

    const refused = await compared(
      environmentPlan('staging', '10.60.0.0/20'),
      'piotr',
    );
    expect(refused).toMatchObject({
      files: [],
      findings: [
        {
          id: 'network-asked-for',
          severity: 'error',
          field: 'cidrBlock',
          message: expect.stringContaining(url!),
        },
      ],
    });
    expect(
      ids(await compared(environmentPlan('qa', '10.70.0.0/16'), 'piotr')),
    ).toEqual(['change-open-already']);
    expect(
      ids(await compared(environmentPlan('qa', '10.70.0.0/16'), 'dana')),
    ).toEqual([]);
  });
});
