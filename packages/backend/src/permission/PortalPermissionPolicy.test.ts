import { PortalPermissionPolicy } from './PortalPermissionPolicy';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
import { mlPlatformRepositoryCodeReadPermission } from '@ml-platform/plugin-ml-platform-common';
import { PolicyQueryUser } from '@backstage/plugin-permission-node';

function person(userEntityRef: string): PolicyQueryUser {
  return {
    credentials: mockCredentials.user(userEntityRef),
    info: { userEntityRef, ownershipEntityRefs: [userEntityRef] },
  };
}

const dana = person('user:default/dana');
const guest = person('user:development/guest');

describe('PortalPermissionPolicy', () => {
  it.each([
    [
      'a person proposes a change',
      dana,
      'ml-platform.change.propose',
      'create',
      'ALLOW',
    ],
    [
      'a person reads the catalog',
      dana,
      'catalog.entity.read',
      'read',
      'ALLOW',
    ],
    [
      'a guest reads the catalog',
      guest,
      'catalog.entity.read',
      'read',
      'ALLOW',
    ],
    [
      'a guest reads a template',
      guest,
      'scaffolder.template.step.read',
      'read',
      'ALLOW',
    ],
    [
      'a guest reads the inventory',
      guest,
      'ml-platform.inventory.read',
      'read',
      'ALLOW',
    ],
    [
      'a guest looks at the sources of the inventory',
      guest,
      'ml-platform.sources.read',
      'read',
      'DENY',
    ],
    [
      'a person looks at the sources of the inventory',
      dana,
      'ml-platform.sources.read',
      'read',
      'ALLOW',
    ],
    [
      'a guest proposes a change',
      guest,
      'ml-platform.change.propose',
      'create',
      'DENY',
    ],
    [
      'a guest starts a task',
      guest,
      'scaffolder.task.create',
      'create',
      'DENY',
    ],
    [
      'a guest runs an action',
      guest,
      'scaffolder.action.execute',
      undefined,
      'DENY',
    ],
    [
      'nobody reads the catalog',
      undefined,
      'catalog.entity.read',
      'read',
      'DENY',
    ],
  ] as const)('%s: %#', async (_, user, name, action, expected) => {
    const decision = await new PortalPermissionPolicy().handle(
      { permission: { type: 'basic', name, attributes: { action } } },
      user,
    );
    expect(decision.result).toBe(AuthorizeResult[expected]);
  });
});

describe('PortalPermissionPolicy on code of repositories', () => {
  const readers = { secret: ['group:default/ml-platform'] };
  const member: PolicyQueryUser = {
    credentials: mockCredentials.user('user:default/piotr'),
    info: {
      userEntityRef: 'user:default/piotr',
      ownershipEntityRefs: ['user:default/piotr', 'group:default/ml-platform'],
    },
  };

  it.each([
    ['a person where none is closed', {}, dana, { result: 'ALLOW' }],
    ['a member of the readers', readers, member, { result: 'ALLOW' }],
    ['a guest', {}, guest, { result: 'DENY' }],
    ['nobody', {}, undefined, { result: 'DENY' }],
    [
      'a person who is no reader of one',
      readers,
      dana,
      {
        result: 'CONDITIONAL',
        pluginId: 'ml-platform',
        resourceType: 'ml-platform-repository',
        conditions: {
          not: expect.objectContaining({
            rule: 'IS_REPOSITORY',
            params: { ids: ['secret'] },
          }),
        },
      },
    ],
  ])('decides for %s', async (_, codeReaders, user, decision) => {
    await expect(
      new PortalPermissionPolicy(codeReaders).handle(
        { permission: mlPlatformRepositoryCodeReadPermission },
        user,
      ),
    ).resolves.toEqual(decision);
  });
});
