import { mergePatch } from './mergePatch';

it.each([
  ['a field is put in', { a: 1 }, { b: 2 }, { a: 1, b: 2 }],
  ['a field is replaced', { a: 1 }, { a: [2] }, { a: [2] }],
  ['a field is taken away', { a: 1, b: 2 }, { a: null }, { b: 2 }],
  [
    'objects are merged',
    { a: { b: 1, c: 2 } },
    { a: { b: 3, d: null } },
    { a: { b: 3, c: 2 } },
  ],
  ['lists are replaced whole', { a: [1, 2] }, { a: [3] }, { a: [3] }],
  [
    'an object takes a value’s place',
    { a: 1 },
    { a: { b: 1 } },
    { a: { b: 1 } },
  ],
])('%s', (_case, target, patch, merged) => {
  const before = JSON.stringify(target);
  expect(mergePatch(target, patch)).toEqual(merged);
  expect(JSON.stringify(target)).toBe(before);
});
