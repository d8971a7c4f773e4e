import { mockServices } from '@backstage/backend-test-utils';
import { findOwner, readOwnership } from '.';

const rules = (ownership?: object) =>
  readOwnership(
    mockServices.rootConfig({
      data: ownership ? { mlPlatform: { ownership } } : {},
    }),
  );

const full = {
  tags: ['owner', 'ml.acme.example/team'],
  sources: [{ prefix: 'acme/ml-infra//', owner: 'ml-platform' }],
  accounts: [{ id: '111122223333', owner: 'group:default/research' }],
};

it.each([
  ['a tag', { tags: { owner: 'ml-research' } }, 'group:default/ml-research'],
  [
    'a whole reference',
    { tags: { owner: 'user:default/dana' } },
    'user:default/dana',
  ],
  [
    'the second tag',
    { tags: { 'ml.acme.example/team': 'vision' } },
    'group:default/vision',
  ],
  [
    'the first that can be read',
    { tags: { owner: 'no owner!', 'ml.acme.example/team': 'vision' } },
    'group:default/vision',
  ],
  [
    'the code it was made from',
    { tags: { source: 'acme/ml-infra//env/dev/aws/eks' } },
    'group:default/ml-platform',
  ],
  ['its account', { accountId: '111122223333' }, 'group:default/research'],
  [
    'a tag before its account',
    { tags: { owner: 'ml-research' }, accountId: '111122223333' },
    'group:default/ml-research',
  ],
  ['nothing', { tags: { other: 'x' }, accountId: '999999999999' }, undefined],
])('the owner by %s', (_case, thing, owner) => {
  expect(findOwner(thing as Parameters<typeof findOwner>[0], rules(full))).toBe(
    owner,
  );
});

it('has tags to look at without any configuration', () => {
  expect(findOwner({ tags: { team: 'vision' } }, rules())).toBe(
    'group:default/vision',
  );
});

it('names the key of an owner that is none', () => {
  expect(() => rules({ accounts: [{ id: '1', owner: 'the team' }] })).toThrow(
    "mlPlatform.ownership.accounts has the owner 'the team', which is no entity reference",
  );
});
