import { PortalPermissionPolicy } from './PortalPermissionPolicy';
import { AuthorizeResult } from '@backstage/plugin-permission-common';
import { mockCredentials } from '@backstage/backend-test-utils';
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
