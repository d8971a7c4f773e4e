import { RawClaimRequests, RawDeviceClass } from '../projection';
import { ClaimDemand } from './ClaimDemand';

const NONE = { amounts: {}, allOf: [] };

const claim = (
  className: string,
  more: object = {},
  status?: RawClaimRequests['status'],
): RawClaimRequests => ({
  spec: {
    devices: {
      requests: [{ exactly: { deviceClassName: className, ...more } }],
    },
  },
  status,
});
const gpus = (count: number) => claim('gpu.nvidia.com', { count });

function demand() {
  const told: string[] = [];
  return { told, store: new ClaimDemand(key => told.push(key)) };
}

it('is what the claims of a waiting pod ask for, whichever comes first', () => {
  const { store, told } = demand();
  store.setWaiting('ml/train', ['ml/a', 'ml/b']);
  expect(store.ofPod('ml/train')).toEqual(NONE);
  store.putClaim('ml/a', gpus(2));
  store.putClaim('ml/b', claim('mig.nvidia.com'));

  expect(store.ofPod('ml/train')).toEqual({
    amounts: { 'gpu.nvidia.com': 2, 'gpu.nvidia.com/mig-slice': 1 },
    allOf: [],
  });
  expect(store.ofPod('ml/other')).toEqual(NONE);
  expect(told.at(-1)).toBe('ml/train');
});

it.each([
  ['is allocated', claim('gpu.nvidia.com', {}, { allocation: {} })],
  ['is gone', undefined],
  ['is for network cards', claim('rdma')],
])('ends when the claim %s', (_case, after) => {
  const { store, told } = demand();
  store.setWaiting('ml/train', ['ml/a']);
  store.putClaim('ml/a', gpus(1));
  told.length = 0;
  store.putClaim('ml/a', after);

  expect(store.ofPod('ml/train')).toEqual(NONE);
  expect(told).toEqual(['ml/train']);
});

it('ends when the pod has a node', () => {
  const { store } = demand();
  store.putClaim('ml/a', gpus(1));
  store.setWaiting('ml/train', ['ml/a']);
  expect(store.ofPod('ml/train').amounts).toEqual({ 'gpu.nvidia.com': 1 });
  store.setWaiting('ml/train', []);

  expect(store.ofPod('ml/train')).toEqual(NONE);
});

it('counts a claim that pods share once', () => {
  const { store, told } = demand();
  store.putClaim('ml/a', gpus(4));
  store.setWaiting('ml/two', ['ml/a']);
  store.setWaiting('ml/one', ['ml/a']);
  expect(store.ofPod('ml/one').amounts).toEqual({ 'gpu.nvidia.com': 4 });
  expect(store.ofPod('ml/two')).toEqual(NONE);

  told.length = 0;
  store.setWaiting('ml/one', []);
  expect(store.ofPod('ml/two').amounts).toEqual({ 'gpu.nvidia.com': 4 });
  expect(told).toEqual(['ml/two']);
});

it('says of which all of a node are wanted', () => {
  const { store } = demand();
  store.putClaim('ml/a', claim('gpu.nvidia.com', { allocationMode: 'All' }));
  store.setWaiting('ml/train', ['ml/a']);

  expect(store.ofPod('ml/train')).toEqual({
    amounts: { 'gpu.nvidia.com': 1 },
    allOf: ['gpu.nvidia.com'],
  });
});

it('takes the first way that is by accelerators', () => {
  const { store } = demand();
  store.putClaim('ml/a', {
    spec: {
      devices: {
        requests: [
          {
            firstAvailable: [
              { deviceClassName: 'fpga.example' },
              { deviceClassName: 'gpu.amd.com', count: 2 },
              { deviceClassName: 'gpu.nvidia.com' },
            ],
          },
        ],
      },
    },
  });
  store.setWaiting('ml/train', ['ml/a']);

  expect(store.ofPod('ml/train').amounts).toEqual({ 'gpu.amd.com': 2 });
});

it('goes by classes as they are, and tells when one comes or changes', () => {
  const { store, told } = demand();
  store.putClaim('ml/a', claim('large'));
  store.setWaiting('ml/train', ['ml/a']);
  expect(store.ofPod('ml/train')).toEqual(NONE);
  told.length = 0;
  const large = (driver: string): RawDeviceClass => ({
    spec: {
      selectors: [{ cel: { expression: `device.driver == "${driver}"` } }],
    },
  });
  store.classes.put('large', large('gpu.nvidia.com'));
  expect(store.ofPod('ml/train').amounts).toEqual({ 'gpu.nvidia.com': 1 });
  store.classes.put('large', large('gpu.amd.com'));
  expect(store.ofPod('ml/train').amounts).toEqual({ 'gpu.amd.com': 1 });
  store.classes.put('large', large('gpu.amd.com'));
  store.classes.put('small', large('gpu.amd.com'));
  expect(told).toEqual(['ml/train', 'ml/train']);
  expect([...store.classes.keys()]).toEqual(['large', 'small']);
  store.classes.remove('large');

  expect(store.ofPod('ml/train')).toEqual(NONE);
});
