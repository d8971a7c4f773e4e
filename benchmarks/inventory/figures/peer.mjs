// The same facts through Backstage's own Kubernetes plugin, which asks the API servers
// for every view.
import sandboxPackage from '@ml-platform/sandbox';
import { TOKEN, startBackend } from '../harness/backend.mjs';
import { lastByte } from '../harness/lastByte.mjs';
import { percentile, round } from '../harness/numbers.mjs';

const { ADMIN_TOKEN } = sandboxPackage;

/** No view of a person takes longer; the peer has no limit of its own. */
const PATIENCE_MS = 60_000;

/** Enough to see that a view does not come: it would be there in one or two seconds. */
const BLACK_HOLE_MS = 20_000;

/** Some seconds of looking, while the fleet goes on changing. */
const OUR_VIEWS = 3_000;

const RAY = ['rayclusters', 'rayjobs', 'rayservices'].map(plural => ({
  group: 'ray.io',
  apiVersion: 'v1',
  plural,
}));

/** What an entity's page asks for: as with the peer, all clusters of one entity. */
const ENTITY_ROUTES = ['/entities/component/default/all'];

/** What all our fleet pages ask for, of the same clusters: six lists. */
const FLEET_ROUTES = [
  '/nodes?limit=200',
  '/gpu-pools?limit=200',
  '/pending-demand?limit=200',
  '/ray-clusters?limit=200',
  '/ray-jobs?limit=200',
  '/ray-services?limit=200',
];

/** How the peer finds and reads the clusters of a sandbox. */
export function peerConfig(clusters, { objectTypes } = {}) {
  return {
    kubernetes: {
      serviceLocatorMethod: { type: 'multiTenant' },
      clusterLocatorMethods: [
        {
          type: 'config',
          clusters: clusters.map(
            ({ name, endpoint, certificateAuthority }) => ({
              name,
              url: endpoint,
              caData: certificateAuthority,
              authProvider: 'serviceAccount',
              serviceAccountToken: ADMIN_TOKEN,
              skipMetricsLookup: true,
            }),
          ),
        },
      ],
      customResources: RAY,
      ...(objectTypes ? { objectTypes } : {}),
    },
  };
}

export async function startPeer(sandbox, options) {
  return await startBackend({
    name: 'peer',
    features: ['@backstage/plugin-kubernetes-backend'],
    config: peerConfig(await sandbox.clusters(), options),
  });
}

/** What the page of an entity asks the peer, for all clusters. */
const PEER_QUESTION = {
  auth: {},
  entity: {
    apiVersion: 'backstage.io/v1alpha1',
    kind: 'Component',
    metadata: { namespace: 'default', name: 'all' },
  },
};

/** One view of all clusters; undefined when it took longer than anybody waits. */
const peerView = (peer, { patienceMs = PATIENCE_MS } = {}) =>
  lastByte(`${peer.url}/api/kubernetes/services/all`, {
    body: PEER_QUESTION,
    patienceMs,
  });

/** How much an answer of the peer holds. */
async function seenByPeer(peer) {
  const answer = await fetch(`${peer.url}/api/kubernetes/services/all`, {
    method: 'POST',
    headers: {
      authorization: `Bearer ${TOKEN}`,
      'content-type': 'application/json',
    },
    body: JSON.stringify(PEER_QUESTION),
  });
  const { items } = await answer.json();
  const count = wanted =>
    items
      .flatMap(({ resources }) => resources)
      .filter(({ type }) => type === wanted)
      .reduce((sum, { resources }) => sum + resources.length, 0);
  return { pods: count('pods'), rayObjects: count('customresources') };
}

/** Annotations by which an entity has the things of these clusters with us. */
export function annotationsOf(clusters) {
  return {
    'aws.amazon.com/amazon-eks-cluster-arn': clusters
      .map(({ arn }) => arn)
      .join(','),
    'backstage.io/kubernetes-namespace': 'apps,inference,ray,kube-system',
  };
}

async function ourView(backend, routes) {
  const started = performance.now();
  const answers = await Promise.all(
    routes.map(route =>
      lastByte(`${backend.url}/api/ml-platform${route}`, {
        patienceMs: PATIENCE_MS,
      }),
    ),
  );
  return answers.every(Boolean)
    ? { ms: performance.now() - started }
    : undefined;
}

/** So many people, each of whom looks so often. */
async function viewsOf(view, people, times, gaveUpMs = PATIENCE_MS) {
  const all = await Promise.all(
    Array.from({ length: people }, async () => {
      const own = [];
      for (let turn = 0; turn < times; turn += 1) {
        own.push(await view());
      }
      return own;
    }),
  );
  const views = all.flat();
  const ms = views.map(each => each?.ms ?? gaveUpMs);
  return {
    views: views.length,
    gaveUp: views.filter(each => !each).length,
    p50Ms: round(percentile(ms, 0.5)),
    p95Ms: round(percentile(ms, 0.95)),
  };
}

async function measured(sandbox, view, people, times) {
  const before = await sandbox.counts();
  const result = await viewsOf(view, people, times);
  const after = await sandbox.counts();
  return {
    ...result,
    requestsPerView: round(
      (after.kubernetes - before.kubernetes) / result.views,
    ),
    bytesPerView: Math.round((after.bytes - before.bytes) / result.views),
  };
}

/**
 * @param {{ sandbox, backend, silent: string }} options `silent`: the cluster that is
 *   black-holed for the last part
 */
export async function measurePeer({ sandbox, backend, silent }) {
  const entity = () => ourView(backend, ENTITY_ROUTES);
  const fleet = () => ourView(backend, FLEET_ROUTES);
  const ours = {
    one: await measured(sandbox, entity, 1, OUR_VIEWS),
    ten: await measured(sandbox, entity, 10, OUR_VIEWS / 10),
    sixLists: await viewsOf(fleet, 1, OUR_VIEWS),
    sixListsTen: await viewsOf(fleet, 10, OUR_VIEWS / 10),
    seen: await seenByUs(backend),
  };

  const small = await startPeer(sandbox, { objectTypes: ['pods'] });
  await peerView(small);
  const trimmed = await measured(sandbox, () => peerView(small), 1, 5);
  await small.end();

  const peer = await startPeer(sandbox);
  const idle = (await peer.usage()).rssMiB;
  const seen = await seenByPeer(peer);
  const one = await measured(sandbox, () => peerView(peer), 1, 5);
  const ten = await measured(sandbox, () => peerView(peer), 10, 1);
  const { peakMiB } = await peer.usage();
  await sandbox.addFault('kubernetes', { kind: 'black-hole', cluster: silent });
  const [blackHoled, oursBlackHoled] = await Promise.all([
    viewsOf(
      () => peerView(peer, { patienceMs: BLACK_HOLE_MS }),
      1,
      1,
      BLACK_HOLE_MS,
    ),
    viewsOf(entity, 1, OUR_VIEWS),
  ]);
  await sandbox.clearFaults('kubernetes');
  await peer.end();
  return {
    clusters: sandbox.scale,
    seen,
    peer: {
      one,
      ten,
      blackHoled,
      podsAndRayAlone: trimmed,
      memoryMiB: { idle, peak: peakMiB },
    },
    ours: { ...ours, blackHoled: oursBlackHoled },
    timesLower: {
      one: round(one.p95Ms / ours.one.p95Ms),
      ten: round(ten.p95Ms / ours.ten.p95Ms),
      oneTrimmed: round(trimmed.p95Ms / ours.one.p95Ms),
      oneBesideSixLists: round(one.p95Ms / ours.sixLists.p95Ms),
      tenBesideSixLists: round(ten.p95Ms / ours.sixListsTen.p95Ms),
    },
  };
}

/** What an answer of ours holds, and how large it is. */
async function seenByUs(backend) {
  const text = await (await backend.get(ENTITY_ROUTES[0])).text();
  const { health: _health, ...answer } = JSON.parse(text);
  return {
    bytes: text.length,
    ...Object.fromEntries(
      Object.entries(answer).flatMap(([name, value]) =>
        Array.isArray(value) ? [[name, value.length]] : [],
      ),
    ),
  };
}
