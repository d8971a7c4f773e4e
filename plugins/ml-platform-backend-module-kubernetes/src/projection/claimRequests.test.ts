import {
  RawClaimRequests,
  SlimDeviceRequest,
  projectClaimRequests,
  resourceOfRequest,
} from './claimRequests';

type Requests = NonNullable<
  NonNullable<NonNullable<RawClaimRequests['spec']>['devices']>['requests']
>;

const claim = (requests: Requests): RawClaimRequests => ({
  spec: { devices: { requests } },
});
const exactly = (more: object = {}): Requests[number] => ({
  exactly: { deviceClassName: 'gpu.nvidia.com', ...more },
});
const slim = (more: Partial<SlimDeviceRequest> = {}): SlimDeviceRequest => ({
  className: 'gpu.nvidia.com',
  expressions: [],
  count: 1,
  ...more,
});

it.each([
  ['one, where no count is given', [exactly()], [[slim()]]],
  [
    'so many',
    [exactly({ allocationMode: 'ExactCount', count: 3 })],
    [[slim({ count: 3 })]],
  ],
  [
    'all, which has no number',
    [exactly({ allocationMode: 'All' })],
    [[slim({ all: true })]],
  ],
  [
    'two requests',
    [exactly(), exactly({ count: 2 })],
    [[slim()], [slim({ count: 2 })]],
  ],
  [
    'ways to satisfy one, the best first',
    [
      {
        firstAvailable: [
          { deviceClassName: 'gpu.nvidia.com' },
          { deviceClassName: 'mig.nvidia.com', count: 2 },
        ],
      },
    ],
    [[slim(), slim({ className: 'mig.nvidia.com', count: 2 })]],
  ],
  [
    'selectors',
    [exactly({ selectors: [{ cel: { expression: 'true' } }, {}] })],
    [[slim({ expressions: ['true'] })]],
  ],
  ['a look of an administrator', [exactly({ adminAccess: true })], []],
  ['a request of a newer kind', [{}], []],
] as [string, Requests, SlimDeviceRequest[][]][])(
  'a claim wants %s',
  (_case, requests, wanted) => {
    expect(projectClaimRequests(claim(requests))).toEqual(wanted);
  },
);

it.each([
  ['is allocated', { status: { allocation: {} } }],
  ['goes', { metadata: { deletionTimestamp: '2026-11-21T12:00:00Z' } }],
  ['asks for nothing', { spec: {} }],
])('a claim that %s wants nothing', (_case, changed) => {
  expect(projectClaimRequests({ ...claim([exactly()]), ...changed })).toEqual(
    [],
  );
});

it.each([
  [
    "a driver's class that is not known",
    'gpu.nvidia.com',
    [],
    undefined,
    'gpu.nvidia.com',
  ],
  [
    'MIG, by its class',
    'mig.nvidia.com',
    [],
    undefined,
    'gpu.nvidia.com/mig-slice',
  ],
  [
    'MIG of a profile',
    'mig.nvidia.com',
    ["device.attributes['gpu.nvidia.com'].profile == '1g.5gb'"],
    undefined,
    'gpu.nvidia.com/mig-1g.5gb',
  ],
  [
    'MIG by the selectors of a class',
    'slices',
    [],
    [
      "device.driver == 'gpu.nvidia.com' && device.attributes['gpu.nvidia.com'].type == 'mig'",
    ],
    'gpu.nvidia.com/mig-slice',
  ],
  ['GPUs of AMD', 'gpu.amd.com', [], undefined, 'gpu.amd.com'],
  ['Neuron', 'neuron.aws.com', [], undefined, 'neuron.aws.com'],
  [
    'a class of somebody else, by its driver',
    'a10g.acme.example',
    [],
    ['device.driver == "gpu.nvidia.com"'],
    'gpu.nvidia.com',
  ],
  [
    'a class of somebody else, by an attribute',
    'large',
    [],
    ['device.capacity["gpu.amd.com"].memory.isGreaterThan(quantity("40Gi"))'],
    'gpu.amd.com',
  ],
  [
    'a class of somebody else, by the selector of the request',
    'any',
    ['device.driver == "gpu.intel.com"'],
    [],
    'gpu.intel.com',
  ],
  ['a class that nobody knows', 'fast', [], undefined, undefined],
  ['network cards', 'rdma', [], ['device.driver == "dra.net"'], undefined],
  [
    'domains of several nodes',
    'compute-domain-default-channel.nvidia.com',
    [],
    ['device.driver == "compute-domain.nvidia.com"'],
    undefined,
  ],
  [
    "another driver under a driver's name",
    'gpu.nvidia.com',
    [],
    ['device.driver == "gpu.example.com"'],
    undefined,
  ],
] as [string, string, string[], string[] | undefined, string | undefined][])(
  '%s',
  (_case, className, expressions, ofClass, resource) => {
    expect(
      resourceOfRequest({ className, expressions, count: 1 }, ofClass),
    ).toBe(resource);
  },
);
