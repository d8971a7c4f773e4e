import { RawResourceClaim, RawResourceSlice } from '../projection';
import { DeviceStore } from './DeviceStore';

const DRIVER = 'gpu.nvidia.com';

type Device = NonNullable<
  NonNullable<RawResourceSlice['spec']>['devices']
>[number];

const gpu = (name: string, more: Partial<Device> = {}): Device => ({
  name,
  attributes: {
    type: { string: 'gpu' },
    productName: { string: 'NVIDIA A10G' },
  },
  ...more,
});

const mig = (name: string, more: Partial<Device> = {}): Device => ({
  name,
  attributes: { type: { string: 'mig' }, profile: { string: '1g.5gb' } },
  ...more,
});

const slice = (
  devices: Device[],
  spec: Partial<NonNullable<RawResourceSlice['spec']>> = {},
): RawResourceSlice => ({
  spec: {
    driver: DRIVER,
    nodeName: 'a',
    pool: { name: 'a' },
    devices,
    ...spec,
  },
});

const claim = (
  ...devices: [device: string, adminAccess?: boolean][]
): RawResourceClaim => ({
  status: {
    allocation: {
      devices: {
        results: devices.map(([device, adminAccess]) => ({
          driver: DRIVER,
          pool: 'a',
          device,
          adminAccess,
        })),
      },
    },
  },
});

const whole = (capacity: number, available: number, claimed: number) => ({
  resource: DRIVER,
  sharing: 'whole',
  product: 'NVIDIA A10G',
  capacity,
  available,
  claimed,
});
const shared = { consumesCounters: [{ counterSet: 'gpu-0' }] };

describe('devices of a node', () => {
  it.each([
    ['none', [], [], undefined],
    ['free ones', [slice([gpu('0'), gpu('1')])], [], [whole(2, 2, 0)]],
    [
      'claimed ones',
      [slice([gpu('0'), gpu('1')])],
      [claim(['0'])],
      [whole(2, 2, 1)],
    ],
    [
      'one that two claims share',
      [slice([gpu('0')])],
      [claim(['0']), claim(['0'])],
      [whole(1, 1, 1)],
    ],
    [
      'one that an administrator looks at',
      [slice([gpu('0')])],
      [claim(['0', true])],
      [whole(1, 1, 0)],
    ],
    [
      'a claim without devices, and of another pool',
      [slice([gpu('0')])],
      [{}, claim(['of-nobody'])],
      [whole(1, 1, 0)],
    ],
    [
      'tainted ones',
      [
        slice([
          gpu('0', { taints: [{ key: 'xid', effect: 'NoSchedule' }] }),
          gpu('1', { taints: [{ key: 'note', effect: 'None' }] }),
        ]),
      ],
      [],
      [whole(2, 1, 0)],
    ],
    [
      'a pool of two slices',
      [
        slice([gpu('0')], { pool: { name: 'a', resourceSliceCount: 2 } }),
        slice([gpu('1')], { pool: { name: 'a', resourceSliceCount: 2 } }),
      ],
      [claim(['1'])],
      [whole(2, 2, 1)],
    ],
    [
      'a pool that lacks a slice',
      [slice([gpu('0')], { pool: { name: 'a', resourceSliceCount: 2 } })],
      [],
      undefined,
    ],
    [
      'an older generation',
      [
        slice([gpu('0'), gpu('1')], { pool: { name: 'a', generation: 1 } }),
        slice([gpu('0')], { pool: { name: 'a', generation: 2 } }),
      ],
      [],
      [whole(1, 1, 0)],
    ],
    [
      'fixed MIG slices',
      [slice([mig('0-1g'), mig('1-1g')])],
      [claim(['0-1g'])],
      [
        {
          resource: `${DRIVER}/mig-1g.5gb`,
          sharing: 'mig',
          capacity: 2,
          available: 2,
          claimed: 1,
        },
      ],
    ],
    [
      'a GPU that could be cut up',
      [slice([gpu('0', shared), mig('0-1g', shared), mig('0-2g', shared)])],
      [],
      [whole(1, 1, 0)],
    ],
    [
      'a GPU that is cut up',
      [slice([gpu('0', shared), mig('0-1g', shared), mig('0-2g', shared)])],
      [claim(['0-1g'])],
      [
        {
          resource: `${DRIVER}/mig-1g.5gb`,
          sharing: 'mig',
          capacity: 1,
          available: 1,
          claimed: 1,
        },
      ],
    ],
    [
      'network cards',
      [slice([{ name: 'eth1' }], { driver: 'dra.net' })],
      [],
      undefined,
    ],
    [
      'devices that belong to no node',
      [slice([gpu('0')], { nodeName: undefined })],
      [],
      undefined,
    ],
    [
      'attributes with the name of the driver',
      [
        slice([
          {
            name: '0',
            attributes: {
              [`${DRIVER}/productName`]: { string: 'NVIDIA A10G' },
            },
          },
        ]),
      ],
      [],
      [whole(1, 1, 0)],
    ],
  ] as [string, RawResourceSlice[], object[], unknown][])(
    '%s',
    (_case, slices, claims, devices) => {
      const store = new DeviceStore({ node: () => {}, pod: () => {} });
      store.setClaimsKnown(true);
      slices.forEach((each, index) => store.slices.put(String(index), each));
      claims.forEach((each, index) => store.claims.put(String(index), each));

      expect(store.ofNode('a')).toEqual(devices);
    },
  );

  it('are those that there are after changes, and say that they changed', () => {
    const touched: string[] = [];
    const store = new DeviceStore({
      node: name => touched.push(name),
      pod: () => {},
    });
    store.slices.put('s', slice([gpu('0'), gpu('1')]));
    expect(store.ofNode('a')).toEqual([
      { ...whole(2, 2, 0), claimsUnknown: true },
    ]);
    store.setClaimsKnown(true);
    store.claims.put('c', claim(['0'], ['1']));
    expect(store.ofNode('a')).toEqual([whole(2, 2, 2)]);
    store.claims.put('c', claim(['0']));
    expect(store.ofNode('a')).toEqual([whole(2, 2, 1)]);
    const before = touched.length;
    store.slices.put('s', slice([gpu('0'), gpu('1')]));
    expect(touched).toHaveLength(before);
    store.claims.remove('c');
    expect(store.ofNode('a')).toEqual([whole(2, 2, 0)]);
    store.slices.remove('s');

    expect(store.ofNode('a')).toBeUndefined();
    expect(new Set(touched)).toEqual(new Set(['a']));
    expect([...store.slices.keys(), ...store.claims.keys()]).toEqual([]);
  });

  it('are held for the pod of a claim, whichever comes first', () => {
    const pods: string[] = [];
    const store = new DeviceStore({
      node: () => {},
      pod: key => pods.push(key),
    });
    const held: RawResourceClaim = {
      metadata: { namespace: 'ml' },
      status: {
        ...claim(['0'], ['1']).status,
        reservedFor: [{ resource: 'pods', name: 'train' }],
      },
    };
    store.claims.put('ml/c', held);
    expect(store.ofPod('ml/train')).toEqual({});
    store.slices.put('s', slice([gpu('0'), mig('1')]));
    expect(store.ofPod('ml/train')).toEqual({
      [DRIVER]: 1,
      [`${DRIVER}/mig-1g.5gb`]: 1,
    });
    expect(pods).toEqual(['ml/train', 'ml/train']);
    store.claims.put('ml/c', claim());

    expect(store.ofPod('ml/train')).toEqual({});
    expect(pods).toHaveLength(3);
  });
});
