import { RESOURCES, ResourceDefinition } from './resources';
import { pathNotFound } from './Status';

const READ_VERBS = ['get', 'list', 'watch'];

/** Kinds that take only `create`, and that every server has. */
const REVIEWS = [
  {
    group: 'authorization.k8s.io',
    name: 'selfsubjectaccessreviews',
    kind: 'SelfSubjectAccessReview',
  },
  {
    group: 'authentication.k8s.io',
    name: 'selfsubjectreviews',
    kind: 'SelfSubjectReview',
  },
];

/** Answers of `/api` and `/apis`: a group whose definitions are absent is not there. */
export class Discovery {
  constructor(
    private readonly serves: (resource: ResourceDefinition) => boolean,
  ) {}

  /** @throws StatusError 404 in plain text, as the real server's mux says it */
  answer(path: string): unknown {
    const parts = path.split('/').filter(part => part !== '');
    const [root, first, second] = parts;
    if (path === '/api' || path === '/api/') return coreVersions();
    if (root === 'api' && first === 'v1' && parts.length === 2) {
      return this.resources('', 'v1');
    }
    if (root !== 'apis' || parts.length > 3) throw pathNotFound();
    if (!first) return this.groups();
    if (!this.groupNames().includes(first)) throw pathNotFound();
    if (!second) return { kind: 'APIGroup', apiVersion: 'v1', ...group(first) };
    if (second !== 'v1') throw pathNotFound();
    return this.resources(first, second);
  }

  /** Whether a group is there at all. */
  hasGroup(name: string, version: string): boolean {
    return (
      version === 'v1' && (name === '' || this.groupNames().includes(name))
    );
  }

  /** @returns `undefined` for a resource that no installed definition has */
  find(groupName: string, plural: string): ResourceDefinition | undefined {
    return this.served().find(
      item => item.group === groupName && item.plural === plural,
    );
  }

  private served(): ResourceDefinition[] {
    return RESOURCES.filter(item => this.serves(item));
  }

  private groupNames(): string[] {
    const names = new Set(this.served().map(item => item.group));
    REVIEWS.forEach(review => names.add(review.group));
    names.delete('');
    return [...names];
  }

  private groups(): unknown {
    return {
      kind: 'APIGroupList',
      apiVersion: 'v1',
      groups: this.groupNames().map(group),
    };
  }

  private resources(groupName: string, version: string): unknown {
    const resources = this.served()
      .filter(item => item.group === groupName)
      .map(item => ({
        name: item.plural,
        singularName: item.singular,
        namespaced: item.namespaced,
        kind: item.kind,
        verbs: READ_VERBS,
        ...(item.shortNames.length > 0 && { shortNames: item.shortNames }),
      }));
    const reviews = REVIEWS.filter(review => review.group === groupName).map(
      ({ name, kind }) => ({
        name,
        singularName: kind.toLocaleLowerCase('en-US'),
        namespaced: false,
        kind,
        verbs: ['create'],
      }),
    );
    const proxies = groupName
      ? []
      : [
          {
            name: 'services/proxy',
            singularName: '',
            namespaced: true,
            kind: 'ServiceProxyOptions',
            verbs: ['get'],
          },
        ];
    return {
      kind: 'APIResourceList',
      ...(groupName && { apiVersion: 'v1' }),
      groupVersion: groupName ? `${groupName}/${version}` : version,
      resources: [...resources, ...reviews, ...proxies],
    };
  }
}

function coreVersions(): unknown {
  return {
    kind: 'APIVersions',
    versions: ['v1'],
    serverAddressByClientCIDRs: [
      { clientCIDR: '0.0.0.0/0', serverAddress: '127.0.0.1:443' },
    ],
  };
}

function group(name: string) {
  const version = { groupVersion: `${name}/v1`, version: 'v1' };
  return { name, versions: [version], preferredVersion: version };
}
