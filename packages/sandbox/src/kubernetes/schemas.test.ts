import { HttpsClient } from '../__testUtils__/httpsClient';
import { schemaProblems } from '../__testUtils__/kubernetesSchemas';
import { TestObjects } from '../__testUtils__/TestObjects';
import { createFleet } from '../fleet/createFleet';
import { Fleet } from '../fleet/types';
import { ApiServer, startApiServer } from './ApiServer';
import { READER_TOKEN } from './Authenticator';

describe('the checks themselves', () => {
  const pod = (spec: unknown) => ({
    apiVersion: 'v1',
    kind: 'Pod',
    metadata: { name: 'a' },
    spec,
  });
  it.each([
    ['Pod', pod({ containers: [{ name: 'a' }] }), []],
    [
      'Pod',
      pod({ containers: [{ name: 1 }] }),
      ['/spec/containers/0/name type'],
    ],
    [
      'Pod',
      pod({ containers: [{ name: 'a', imagePullPolice: 'x' }] }),
      ['Pod.spec.containers[0].imagePullPolice is unknown'],
    ],
    [
      'RayJob',
      { metadata: {}, spec: {}, status: { jobState: 'X' } },
      ['RayJob/status/jobState is unknown'],
    ],
    [
      'RayCluster',
      {
        spec: {
          headGroupSpec: {
            rayStartParams: {},
            template: { spec: { container: [] } },
          },
        },
      },
      ['/spec required', 'PodTemplateSpec.spec.container is unknown'],
    ],
  ])('find what is wrong: %s', (kind, object, problems) => {
    expect(schemaProblems([{ kind, object }])).toEqual([problems]);
  });
});

describe('objects of the fleet', () => {
  const start = new Date('2026-06-01T08:00:00Z').getTime();
  let time = start;
  const stories = createFleet({ seed: 3, now: () => new Date(time) });
  const scaled = createFleet({ seed: 3, scale: 2, now: () => new Date(time) });

  function problemsOf(fleet: Fleet): string[] {
    const objects = fleet.clusters.flatMap(({ kubernetes }) =>
      Object.values(kubernetes.objects).flatMap(kind => [...kind.values()]),
    );
    const problems = schemaProblems(
      objects.map(object => ({ kind: object.kind, object })),
    );
    return objects
      .flatMap(({ kind, metadata }, index) =>
        problems[index].map(problem => `${kind} ${metadata.name}: ${problem}`),
      )
      .slice(0, 20);
  }

  it.each([
    ['of the stories', stories],
    ['of a scale', scaled],
  ])(
    'are what Kubernetes, Karpenter and KubeRay publish: %s',
    (_case, fleet) => {
      time = start;
      expect(problemsOf(fleet)).toEqual([]);
      // And after half an hour of changes.
      for (let minute = 0; minute < 30; minute++) {
        time += 60_000;
        fleet.tick();
      }
      expect(problemsOf(fleet)).toEqual([]);
    },
  );
});

describe('answers of the server', () => {
  let server: ApiServer;
  let client: HttpsClient;

  beforeAll(async () => {
    server = await startApiServer({
      clusterName: 'demo',
      objects: new TestObjects(),
    });
    client = new HttpsClient(server, READER_TOKEN);
  });

  afterAll(async () => {
    client.close();
    await server.close();
  });

  it.each([
    ['APIGroupList', '/apis'],
    ['APIResourceList', '/api/v1'],
    ['APIResourceList', '/apis/ray.io/v1'],
    ['Status', '/api/v1/secrets'],
    ['Status', '/api/v1/pods?continue=x'],
    ['Status', '/api/v1/pods?resourceVersion=99999'],
    ['Status', '/api/v1/namespaces/ml/pods/x'],
  ])('are a %s: %s', async (kind, path) => {
    const { body } = await client.get(path);
    expect(body.kind).toBe(kind);
    expect(schemaProblems([{ kind, object: body }])).toEqual([[]]);
  });

  it('are an access review', async () => {
    const { body } = await client.ask(
      'POST',
      '/apis/authorization.k8s.io/v1/selfsubjectaccessreviews',
      { body: { spec: { resourceAttributes: { verb: 'list' } } } },
    );
    expect(
      schemaProblems([{ kind: 'SelfSubjectAccessReview', object: body }]),
    ).toEqual([[]]);
  });
});
