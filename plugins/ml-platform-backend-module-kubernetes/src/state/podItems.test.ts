import { projectPod, RawPod } from '../projection';
import { acceleratorPod } from './podItems';

type Claims = Parameters<typeof acceleratorPod>[3];

const NOTHING: Claims = { held: {}, wanted: { amounts: {}, allOf: [] } };
const NIC = { resourceClaims: [{ name: 'nic', resourceClaimName: 'nic' }] };

function itemOf(raw: RawPod, claims: Partial<Claims> = {}) {
  const { kept, ...pod } = projectPod({
    metadata: { namespace: 'ml', name: 'train', uid: '1' },
    ...raw,
  });
  return acceleratorPod('ml/train', { ...pod, kept: kept! }, 'cluster', {
    ...NOTHING,
    ...claims,
  });
}

const asking = (amount: number, more: object = {}): RawPod => ({
  spec: {
    containers: [
      { resources: { requests: { cpu: '1', 'nvidia.com/gpu': `${amount}` } } },
    ],
    ...more,
  },
  status: { phase: 'Pending' },
});
const wanted = (amounts: Record<string, number>, allOf: string[] = []) => ({
  wanted: { amounts, allOf },
});

it.each([
  ['requests', asking(2), {}, { cpu: 1, 'nvidia.com/gpu': 2 }],
  [
    'claims',
    { spec: NIC },
    wanted({ 'gpu.nvidia.com': 2 }),
    { 'gpu.nvidia.com': 2 },
  ],
  [
    'both',
    asking(1, NIC),
    wanted({ 'gpu.nvidia.com': 2 }),
    { cpu: 1, 'nvidia.com/gpu': 1, 'gpu.nvidia.com': 2 },
  ],
] as [string, RawPod, object, object][])(
  'waits for what its %s ask for',
  (_case, raw, claims, requests) => {
    const item = itemOf(raw, claims);

    expect(item.pending).toMatchObject({ requests });
    expect(item.requests).toEqual(requests);
  },
);

it.each([
  ['claims of no accelerators', { spec: NIC }, {}],
  [
    'what its claims hold already',
    { spec: NIC },
    { held: { 'gpu.nvidia.com': 1 } },
  ],
  [
    'a request that a claim has satisfied',
    {
      ...asking(1),
      status: {
        phase: 'Pending',
        extendedResourceClaimStatus: {
          requestMappings: [{ resourceName: 'nvidia.com/gpu' }],
        },
      },
    },
    { held: { 'gpu.nvidia.com': 1 } },
  ],
  ['what it has a node for', asking(1, { nodeName: 'a' }), {}],
] as [string, RawPod, object][])(
  'does not wait for %s',
  (_case, raw, claims) => {
    expect(itemOf(raw, claims).pending).toBeUndefined();
  },
);

it.each([
  [
    'one that a claim gives in its place, once',
    { held: { 'gpu.nvidia.com': 1 } },
    { cpu: 1, 'gpu.nvidia.com': 1 },
  ],
  [
    'the one that it asks for, where claims are not known',
    {},
    { cpu: 1, 'nvidia.com/gpu': 1 },
  ],
] as [string, object, object][])('holds %s', (_case, claims, requests) => {
  const item = itemOf(
    {
      ...asking(1, { nodeName: 'a' }),
      status: {
        phase: 'Running',
        extendedResourceClaimStatus: {
          requestMappings: [{ resourceName: 'nvidia.com/gpu' }],
        },
      },
    },
    claims,
  );

  expect(item).toMatchObject({ claimed: ['nvidia.com/gpu'] });
  expect(item.requests).toEqual(requests);
});

it('says of which all of a node are wanted', () => {
  expect(
    itemOf({ spec: NIC }, wanted({ 'gpu.nvidia.com': 1 }, ['gpu.nvidia.com']))
      .pending,
  ).toMatchObject({ allOf: ['gpu.nvidia.com'] });
});

it('knows its claims by name, and those made from a template', () => {
  const { kept } = projectPod({
    metadata: { namespace: 'ml', name: 'train' },
    spec: {
      resourceClaims: [
        { name: 'own', resourceClaimName: 'shared' },
        { name: 'made' },
        { name: 'not-made-yet' },
      ],
    },
    status: {
      phase: 'Pending',
      resourceClaimStatuses: [
        { name: 'made', resourceClaimName: 'train-made-x7' },
      ],
    },
  });

  expect(kept?.waits?.claims).toEqual(['ml/shared', 'ml/train-made-x7']);
});
