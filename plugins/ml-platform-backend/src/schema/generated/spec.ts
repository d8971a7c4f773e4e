// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'ml-platform',
    version: '1',
    description:
      'What the Create wizard and the pages of ML Platform need to know: about the\ninfrastructure repositories, which there are, which environments they hold and\nwhich workloads run there; about what runs in AWS and in Kubernetes, how it is\nand why.\n',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  security: [{}, { JWT: [] }],
  tags: [
    {
      name: 'inventory',
      description:
        'Clusters, nodes, accelerators, Ray and SageMaker endpoints as they were last seen.',
    },
    {
      name: 'declared',
      description:
        'Workloads, user profiles, clusters and tools as the repositories declare them.',
    },
    {
      name: 'repositories',
      description:
        'Infrastructure repositories named in the `mlPlatform.repositories` configuration.',
    },
    { name: 'plans', description: 'What requests would change.' },
  ],
  paths: {
    '/repositories': {
      get: {
        operationId: 'listRepositories',
        tags: ['repositories'],
        summary: 'Lists the infrastructure repositories of this portal',
        description:
          'In the order of the configuration. No repository is contacted.',
        responses: {
          '200': {
            description: 'The repositories.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RepositoryList' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
        },
      },
    },
    '/repository-places': {
      get: {
        operationId: 'listRepositoryPlaces',
        tags: ['repositories'],
        summary: 'Lists where new repositories may be made',
        description:
          'The hosts and owners that `mlPlatform.policy.allowedRepositories` names.\nNobody is contacted.\n',
        responses: {
          '200': {
            description: 'The places.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RepositoryPlaceList' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
        },
      },
    },
    '/eks-versions': {
      get: {
        operationId: 'listEksVersions',
        tags: ['repositories'],
        summary:
          'Lists the Kubernetes versions of EKS, with the dates of their support',
        description:
          'As AWS has them now (`live: true`), where a module asks it; else the dated\ntable that is shipped.\n',
        responses: {
          '200': {
            description: 'The versions, the newest first.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/VersionCatalog' },
              },
            },
          },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
        },
      },
    },
    '/repositories/{repositoryId}': {
      get: {
        operationId: 'getRepository',
        tags: ['repositories'],
        summary: 'Finds a repository in which changes may be asked for',
        description:
          'One of the configured repositories, or another one that the policy\nallows, such as one that was made a moment ago. It is not contacted.\n',
        parameters: [{ $ref: '#/components/parameters/repositoryId' }],
        responses: {
          '200': {
            description: 'The repository.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/Repository' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
        },
      },
    },
    '/repositories/{repositoryId}/environments': {
      get: {
        operationId: 'listEnvironments',
        tags: ['repositories'],
        summary:
          'Lists the environments of a repository with the workloads declared in each',
        description:
          "Read at the newest commit of the repository's base branch. When the\nrepository cannot be reached, the last known answer is given with\n`stale: true` and the time it was read, or 503 when there is none.\n",
        parameters: [{ $ref: '#/components/parameters/repositoryId' }],
        responses: {
          '200': {
            description: 'The environments, sorted by name.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EnvironmentList' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/plans': {
      post: {
        operationId: 'previewPlan',
        tags: ['plans'],
        summary: 'Shows what a request would change, without changing anything',
        description:
          "Plans the request on the newest commit of the repository's base branch,\nwith the same planner that opens the pull request. The user needs the\npermission `ml-platform.change.propose`, and for the repository\n`ml-platform.repository.code.read`. Of files, only the changed lines\nand a few around them are given.\n\nA request that breaks a rule gives 200 with findings of severity\n`error`, and no files.\n",
        parameters: [{ $ref: '#/components/parameters/scmUserToken' }],
        requestBody: {
          required: true,
          content: {
            'application/json': {
              schema: { $ref: '#/components/schemas/PlanRequest' },
            },
          },
        },
        responses: {
          '200': {
            description: 'The plan.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PlanPreview' },
              },
            },
          },
          '400': { $ref: '#/components/responses/Unplannable' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenPlan' },
          '404': { $ref: '#/components/responses/NothingToPlanOn' },
          '409': { $ref: '#/components/responses/PlanConflict' },
          '503': { $ref: '#/components/responses/HostUnavailable' },
        },
      },
    },
    '/declared': {
      get: {
        operationId: 'listDeclared',
        tags: ['declared'],
        summary: 'Lists what the repositories declare',
        description:
          'Workloads, user profiles, clusters and tools of all repositories, at the\nnewest commit of each. Filtered, sorted and paged here. A repository that cannot\nbe read is named with its problem; the others are listed all the same.\n',
        parameters: [
          {
            name: 'kind',
            in: 'query',
            schema: { $ref: '#/components/schemas/DeclaredKind' },
          },
          {
            name: 'repository',
            in: 'query',
            schema: { type: 'string', maxLength: 63 },
          },
          {
            name: 'environment',
            in: 'query',
            schema: { type: 'string', maxLength: 50 },
          },
          {
            name: 'text',
            in: 'query',
            description:
              'What name, environment, owner or repository must hold, in any case of letters.',
            schema: { type: 'string', maxLength: 200 },
          },
          {
            name: 'sort',
            in: 'query',
            description: 'Default `name`. Things without the value come last.',
            schema: {
              type: 'string',
              enum: [
                'name',
                'kind',
                'repository',
                'environment',
                'owner',
                'expires',
              ],
            },
          },
          {
            name: 'order',
            in: 'query',
            schema: { type: 'string', enum: ['asc', 'desc'] },
          },
          {
            name: 'offset',
            in: 'query',
            description: 'How many are skipped; default 0.',
            schema: { type: 'integer', minimum: 0, maximum: 1000000 },
          },
          {
            name: 'limit',
            in: 'query',
            description: 'How many are given; default 20.',
            schema: { type: 'integer', minimum: 1, maximum: 200 },
          },
        ],
        responses: {
          '200': {
            description: 'One page of what is declared.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeclaredList' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
        },
      },
    },
    '/declared/{kind}/{repository}/{environment}/{name}': {
      get: {
        operationId: 'getDeclared',
        tags: ['declared'],
        summary:
          "Gives the present values of a thing, as its template's form takes them",
        description:
          'Needs `ml-platform.repository.code.read` for the repository as well,\nbecause the values are code of it.\n',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: { $ref: '#/components/schemas/DeclaredKind' },
          },
          {
            name: 'repository',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 63 },
          },
          {
            name: 'environment',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 50 },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            schema: { type: 'string', minLength: 1, maxLength: 100 },
          },
        ],
        responses: {
          '200': {
            description: 'The present values.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/DeclaredValues' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/Forbidden' },
          '404': { $ref: '#/components/responses/NotFound' },
          '503': { $ref: '#/components/responses/Unavailable' },
        },
      },
    },
    '/overview': {
      get: {
        operationId: 'getOverview',
        tags: ['inventory'],
        summary: 'Tells how everything is, and what needs a hand first',
        description:
          'Counts by kind and status, the worst things with cause and fix, what got worse in\nthe last 24 hours, accelerators of all clusters, and how old the knowledge is. Of\nall that only what the person may see.\n',
        parameters: [{ $ref: '#/components/parameters/owner' }],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InventoryOverview' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/clusters': {
      get: {
        operationId: 'listClusters',
        tags: ['inventory'],
        summary: 'Lists EKS clusters',
        description:
          'With `facts.summary`: node groups, nodes, add-ons and upgrade insights counted.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'version',
            in: 'query',
            allowReserved: true,
            description: 'Kubernetes versions.',
            schema: { $ref: '#/components/schemas/Texts' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ClusterPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/clusters/{clusterArn}': {
      get: {
        operationId: 'getCluster',
        tags: ['inventory'],
        summary: 'Gets a cluster with what belongs to it',
        description:
          'Node groups, add-ons, upgrade insights, accelerator pools and the worst 200 of its\nnodes. A cluster outside EKS goes by its name in `mlPlatform.kubernetes.clusters`.\n',
        parameters: [
          {
            name: 'clusterArn',
            in: 'path',
            required: true,
            description: 'The ARN, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/ClusterDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/nodes': {
      get: {
        operationId: 'listNodes',
        tags: ['inventory'],
        summary: 'Lists Kubernetes nodes',
        description:
          'What they have, what is asked of them, and which accelerators are idle since when.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'instanceType',
            in: 'query',
            allowReserved: true,
            schema: { $ref: '#/components/schemas/Texts' },
          },
          {
            name: 'accelerators',
            in: 'query',
            description: 'Only nodes with accelerators.',
            schema: { type: 'boolean' },
          },
          {
            name: 'idle',
            in: 'query',
            description: 'Only nodes with idle accelerators.',
            schema: { type: 'boolean' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/NodePage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/gpu-pools': {
      get: {
        operationId: 'listGpuPools',
        tags: ['inventory'],
        summary: 'Lists pools of accelerators',
        description:
          'Nodes of one group that offer the same accelerators under the same resource name;\npools without nodes are listed too.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'resource',
            in: 'query',
            allowReserved: true,
            description: 'Resource names, such as `nvidia.com/gpu`.',
            schema: { $ref: '#/components/schemas/Texts' },
          },
          {
            name: 'idle',
            in: 'query',
            description: 'Only pools with idle pieces.',
            schema: { type: 'boolean' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GpuPoolPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/gpu-pools/{poolId}': {
      get: {
        operationId: 'getGpuPool',
        tags: ['inventory'],
        summary:
          'Gets a pool with its nodes, the pods that hold them, and those that wait',
        description: 'Pods are given as far as the person may see them.\n',
        parameters: [
          {
            name: 'poolId',
            in: 'path',
            required: true,
            description: 'The id, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/GpuPoolDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/pending-demand': {
      get: {
        operationId: 'listPendingDemand',
        tags: ['inventory'],
        summary: 'Lists pods that wait for accelerators',
        description:
          'With the words of the scheduler and what would help, those that wait longest first.\n',
        parameters: [
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'resource',
            in: 'query',
            allowReserved: true,
            description: 'Resource names, such as `nvidia.com/gpu`.',
            schema: { $ref: '#/components/schemas/Texts' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/PendingDemandPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/ray-clusters': {
      get: {
        operationId: 'listRayClusters',
        tags: ['inventory'],
        summary: 'Lists RayClusters',
        description:
          'State as derived from conditions and pods; `facts.state` is what KubeRay says.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayClusterPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/ray-clusters/{rayClusterId}': {
      get: {
        operationId: 'getRayCluster',
        tags: ['inventory'],
        summary: 'Gets a RayCluster with its jobs, services and pods',
        description: 'The id is `<cluster ARN>/<namespace>/<name>`.\n',
        parameters: [
          {
            name: 'rayClusterId',
            in: 'path',
            required: true,
            description: 'The id, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayClusterDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/ray-jobs': {
      get: {
        operationId: 'listRayJobs',
        tags: ['inventory'],
        summary: 'Lists RayJobs',
        description:
          'With the state of the job in Ray and of its deployment by KubeRay.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'jobStatus',
            in: 'query',
            allowReserved: true,
            description: 'As Ray spells them, such as `FAILED`.',
            schema: { $ref: '#/components/schemas/Texts' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayJobPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/ray-jobs/{rayJobId}': {
      get: {
        operationId: 'getRayJob',
        tags: ['inventory'],
        summary: 'Gets a RayJob',
        description: 'The id is `<cluster ARN>/<namespace>/<name>`.\n',
        parameters: [
          {
            name: 'rayJobId',
            in: 'path',
            required: true,
            description: 'The id, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayJobDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/ray-services': {
      get: {
        operationId: 'listRayServices',
        tags: ['inventory'],
        summary: 'Lists RayServices',
        description:
          'With the applications and deployments of both sides of an upgrade.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayServicePage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/ray-services/{rayServiceId}': {
      get: {
        operationId: 'getRayService',
        tags: ['inventory'],
        summary: 'Gets a RayService',
        description: 'The id is `<cluster ARN>/<namespace>/<name>`.\n',
        parameters: [
          {
            name: 'rayServiceId',
            in: 'path',
            required: true,
            description: 'The id, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/RayServiceDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/endpoints': {
      get: {
        operationId: 'listEndpoints',
        tags: ['inventory'],
        summary: 'Lists SageMaker endpoints',
        description:
          'With variants and figures; of the lines only those of 3 hours that a table shows.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/namespace' },
          { $ref: '#/components/parameters/owner' },
          { $ref: '#/components/parameters/cause' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/inventorySort' },
          { $ref: '#/components/parameters/order' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'endpointKind',
            in: 'query',
            allowReserved: true,
            schema: { $ref: '#/components/schemas/Texts' },
          },
          {
            name: 'withoutTraffic',
            in: 'query',
            description:
              'Only endpoints in service that have had no request in the last hours.',
            schema: { type: 'boolean' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EndpointPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/endpoints/{endpointArn}': {
      get: {
        operationId: 'getEndpoint',
        tags: ['inventory'],
        summary: 'Gets a SageMaker endpoint with all its figures',
        description:
          'Times are in milliseconds, utilisation in percent of what the instances have.\n',
        parameters: [
          {
            name: 'endpointArn',
            in: 'path',
            required: true,
            description: 'The ARN, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EndpointDetail' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/facets/{kind}': {
      get: {
        operationId: 'getFacets',
        tags: ['inventory'],
        summary: 'Gets the values that lists of a kind can be narrowed to',
        description:
          'Accounts, regions, clusters, namespaces, owners, and what else tells things of the\nkind apart, as they occur among those that the person may see.\n',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            schema: { $ref: '#/components/schemas/InventoryKind' },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/InventoryFacets' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/history': {
      get: {
        operationId: 'listHistory',
        tags: ['inventory'],
        summary: 'Lists how the health of things changed, the newest first',
        description:
          'Of one thing with `kind` and `id`, else of all that the person may see.\n',
        parameters: [
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'kind',
            in: 'query',
            schema: { $ref: '#/components/schemas/InventoryKind' },
          },
          {
            name: 'id',
            in: 'query',
            allowReserved: true,
            schema: { type: 'string', maxLength: 500 },
          },
          {
            name: 'since',
            in: 'query',
            allowReserved: true,
            description: 'ISO 8601',
            schema: { type: 'string', format: 'date-time' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/HistoryPage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
        },
      },
    },
    '/entities/{kind}/{namespace}/{name}': {
      get: {
        operationId: 'getEntityInventory',
        tags: ['inventory'],
        summary:
          'Gets everything that an entity of the catalog names by its annotations',
        description:
          'ARNs, tags, names and label selectors, several of each with commas. What an\nannotation names and the person may not see is left out.\n',
        parameters: [
          {
            name: 'kind',
            in: 'path',
            required: true,
            description: 'Of the entity.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
          {
            name: 'namespace',
            in: 'path',
            required: true,
            description: 'Of the entity.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
          {
            name: 'name',
            in: 'path',
            required: true,
            description: 'Of the entity.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/EntityInventory' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenInventory' },
          '404': { $ref: '#/components/responses/NotInInventory' },
        },
      },
    },
    '/sources': {
      get: {
        operationId: 'listSources',
        tags: ['inventory'],
        summary: 'Lists what the inventory is collected from',
        description:
          'With status, last success, last error with its fix, and requests per minute. Needs\n`ml-platform.sources.read`.\n',
        parameters: [
          { $ref: '#/components/parameters/status' },
          { $ref: '#/components/parameters/accountId' },
          { $ref: '#/components/parameters/region' },
          { $ref: '#/components/parameters/clusterArn' },
          { $ref: '#/components/parameters/text' },
          { $ref: '#/components/parameters/offset' },
          { $ref: '#/components/parameters/limit' },
          {
            name: 'sourceKind',
            in: 'query',
            allowReserved: true,
            schema: { $ref: '#/components/schemas/Texts' },
          },
        ],
        responses: {
          '200': {
            description: 'One page.',
            headers: { ETag: { $ref: '#/components/headers/ETag' } },
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SourcePage' },
              },
            },
          },
          '304': { $ref: '#/components/responses/NotModified' },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenSources' },
        },
      },
    },
    '/sources/{sourceId}/check': {
      get: {
        operationId: 'checkSource',
        tags: ['inventory'],
        summary:
          'Tries the credentials of a source and each permission it needs',
        description:
          'Asks the upstream now, which takes a few seconds. What is missing is named as the\nIAM action or RBAC rule to add. Needs `ml-platform.sources.read`.\n',
        parameters: [
          {
            name: 'sourceId',
            in: 'path',
            required: true,
            description: 'The id, encoded for a path.',
            schema: { type: 'string', minLength: 1, maxLength: 500 },
          },
        ],
        responses: {
          '200': {
            description: 'The answer.',
            content: {
              'application/json': {
                schema: { $ref: '#/components/schemas/SourceCheckAnswer' },
              },
            },
          },
          '400': { $ref: '#/components/responses/BadRequest' },
          '401': { $ref: '#/components/responses/Unauthorized' },
          '403': { $ref: '#/components/responses/ForbiddenSources' },
          '404': { $ref: '#/components/responses/NotInInventory' },
          '409': { $ref: '#/components/responses/NoCollector' },
        },
      },
    },
  },
  components: {
    securitySchemes: {
      JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    headers: {
      ETag: {
        description:
          'Send it back as `If-None-Match`; 304 means that nothing has changed for this person.',
        schema: { type: 'string' },
      },
    },
    parameters: {
      status: {
        name: 'status',
        in: 'query',
        description: 'Health. One of several suffices.',
        schema: { $ref: '#/components/schemas/Statuses' },
      },
      accountId: {
        name: 'accountId',
        in: 'query',
        allowReserved: true,
        description: 'AWS accounts. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      region: {
        name: 'region',
        in: 'query',
        allowReserved: true,
        description: 'AWS regions. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      clusterArn: {
        name: 'clusterArn',
        in: 'query',
        allowReserved: true,
        description: 'ARNs of clusters. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      namespace: {
        name: 'namespace',
        in: 'query',
        allowReserved: true,
        description: 'Kubernetes namespaces. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      owner: {
        name: 'owner',
        in: 'query',
        allowReserved: true,
        description: 'Entity references of owners. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      cause: {
        name: 'cause',
        in: 'query',
        allowReserved: true,
        description:
          'Codes of causes, such as `NodeCreationFailure`. One of several suffices.',
        schema: { $ref: '#/components/schemas/Texts' },
      },
      text: {
        name: 'text',
        in: 'query',
        allowReserved: true,
        description:
          'Words that name, namespace, cluster, account, region or owner must hold, in any\ncase of letters.\n',
        schema: { type: 'string', maxLength: 200 },
      },
      inventorySort: {
        name: 'sort',
        in: 'query',
        description:
          'Default `status`, the worst first. Things without the value come last.',
        schema: {
          type: 'string',
          enum: [
            'status',
            'name',
            'cluster',
            'account',
            'region',
            'owner',
            'changed',
            'created',
            'idle',
          ],
        },
      },
      order: {
        name: 'order',
        in: 'query',
        schema: { type: 'string', enum: ['asc', 'desc'] },
      },
      offset: {
        name: 'offset',
        in: 'query',
        description: 'How many are skipped; default 0.',
        schema: { type: 'integer', minimum: 0, maximum: 1000000 },
      },
      limit: {
        name: 'limit',
        in: 'query',
        description: 'How many are given; default 20.',
        schema: { type: 'integer', minimum: 1, maximum: 200 },
      },
      repositoryId: {
        name: 'repositoryId',
        in: 'path',
        required: true,
        description:
          'The `id` of an entry of `mlPlatform.repositories`, or the\n`<host>?owner=<owner>&repo=<name>` of another repository that\n`mlPlatform.policy.allowedRepositories` matches.\n',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 512,
          pattern:
            '^([a-z0-9]([a-z0-9-]*[a-z0-9])?|[A-Za-z0-9.:-]+\\?owner=[A-Za-z0-9_.-]+&repo=[A-Za-z0-9_.-]+)$',
        },
      },
      scmUserToken: {
        name: 'X-Scm-User-Token',
        in: 'header',
        required: false,
        description:
          "The user's own token for the host of the repository, e.g. of GitHub. The\nrepository is read with it, and it is neither stored nor logged. Without\nit the credential of `integrations` reads, unless\n`scaffolder.requireScmUserCredentials` is on: then the answer is 403.\n",
        schema: { type: 'string', maxLength: 4096 },
      },
    },
    responses: {
      NotModified: {
        description: 'Nothing has changed since the answer with this `ETag`.',
      },
      ForbiddenInventory: {
        description:
          'The signed-in user lacks the permission `ml-platform.inventory.read`.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      ForbiddenSources: {
        description:
          'The signed-in user lacks the permission `ml-platform.sources.read`.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NotInInventory: {
        description: 'There is no such thing, or the person may not see it.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NoCollector: {
        description:
          'No collector of this backend knows the source; its module is not installed.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      BadRequest: {
        description: 'The request is not as described here.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unauthorized: {
        description: 'No user is signed in.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Forbidden: {
        description:
          'The signed-in user lacks the permission `ml-platform.repository.read`.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NotFound: {
        description: 'There is no such repository in the configuration.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unavailable: {
        description:
          'The repository cannot be read and no earlier answer is known.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      Unplannable: {
        description:
          'The request cannot be planned; the message names the fields, or the file and line.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      ForbiddenPlan: {
        description:
          'The user lacks a permission (the message names it), may not read the\nrepository at its host, or has to send a token of their own.\n',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      NothingToPlanOn: {
        description:
          'The repository, its base branch, or what the request names is not there.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      PlanConflict: {
        description:
          'The repository holds something else where the change would go.',
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
      HostUnavailable: {
        description:
          "The repository's host does not answer, or its rate limit is used up; the message says until when.",
        content: {
          'application/json': {
            schema: { $ref: '#/components/schemas/Error' },
          },
        },
      },
    },
    schemas: {
      InventoryOverview: {
        type: 'object',
        properties: {
          counts: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                kind: { $ref: '#/components/schemas/InventoryKind' },
                status: { $ref: '#/components/schemas/HealthStatus' },
                count: { type: 'number' },
              },
              required: ['kind', 'status', 'count'],
            },
          },
          attention: {
            type: 'array',
            items: { $ref: '#/components/schemas/ThingSummary' },
          },
          worsened: {
            type: 'array',
            items: { $ref: '#/components/schemas/HealthTransition' },
          },
          accelerators: {
            type: 'array',
            items: { $ref: '#/components/schemas/AcceleratorTotal' },
          },
          pending: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                resource: { type: 'string' },
                pods: { type: 'number' },
                pieces: { type: 'number' },
              },
              required: ['resource', 'pods', 'pieces'],
            },
          },
          sources: {
            type: 'object',
            properties: {
              total: { type: 'number' },
              fresh: { type: 'number' },
              oldestSuccessAt: { type: 'string' },
              notes: {
                type: 'array',
                items: { $ref: '#/components/schemas/SourceNote' },
              },
            },
            required: ['total', 'fresh', 'notes'],
          },
        },
        required: [
          'counts',
          'attention',
          'worsened',
          'accelerators',
          'pending',
          'sources',
        ],
      },
      InventoryFacets: {
        type: 'object',
        properties: {
          accountIds: { type: 'array', items: { type: 'string' } },
          regions: { type: 'array', items: { type: 'string' } },
          clusters: {
            type: 'array',
            items: {
              type: 'object',
              properties: { arn: { type: 'string' }, name: { type: 'string' } },
              required: ['arn', 'name'],
            },
          },
          namespaces: { type: 'array', items: { type: 'string' } },
          owners: { type: 'array', items: { type: 'string' } },
          varieties: { type: 'array', items: { type: 'string' } },
        },
        required: [
          'accountIds',
          'regions',
          'clusters',
          'namespaces',
          'owners',
          'varieties',
        ],
      },
      ClusterPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemEksCluster' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      ClusterDetail: {
        type: 'object',
        properties: {
          cluster: { $ref: '#/components/schemas/InventoryItemEksCluster' },
          clusterArn: { type: 'string' },
          nodeGroups: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemNodeGroup' },
          },
          addons: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemAddon' },
          },
          insights: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemUpgradeInsight' },
          },
          gpuPools: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemGpuPool' },
          },
          nodes: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemNode' },
          },
          nodesTotal: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: [
          'clusterArn',
          'nodeGroups',
          'addons',
          'insights',
          'gpuPools',
          'nodes',
          'nodesTotal',
          'sources',
        ],
      },
      NodePage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemNode' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      GpuPoolPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemGpuPool' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      GpuPoolDetail: {
        type: 'object',
        properties: {
          pool: { $ref: '#/components/schemas/InventoryItemGpuPool' },
          nodes: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemNode' },
          },
          pods: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemPod' },
          },
          pending: {
            type: 'array',
            items: { $ref: '#/components/schemas/PendingDemand' },
          },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['pool', 'nodes', 'pods', 'pending', 'sources'],
      },
      PendingDemandPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/PendingDemand' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'total', 'sources'],
      },
      RayClusterPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayCluster' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      RayClusterDetail: {
        type: 'object',
        properties: {
          rayCluster: { $ref: '#/components/schemas/InventoryItemRayCluster' },
          jobs: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayJob' },
          },
          services: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayService' },
          },
          pods: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemPod' },
          },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['rayCluster', 'jobs', 'services', 'pods', 'sources'],
      },
      RayJobPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayJob' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      RayJobDetail: {
        type: 'object',
        properties: {
          rayJob: { $ref: '#/components/schemas/InventoryItemRayJob' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['rayJob', 'sources'],
      },
      RayServicePage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayService' },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      RayServiceDetail: {
        type: 'object',
        properties: {
          rayService: { $ref: '#/components/schemas/InventoryItemRayService' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['rayService', 'sources'],
      },
      EndpointPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/InventoryItemSagemakerEndpoint',
            },
          },
          total: { type: 'number' },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['items', 'sources', 'total'],
      },
      EndpointDetail: {
        type: 'object',
        properties: {
          endpoint: {
            $ref: '#/components/schemas/InventoryItemSagemakerEndpoint',
          },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: ['endpoint', 'sources'],
      },
      HistoryPage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/HealthTransition' },
          },
          total: { type: 'number' },
        },
        required: ['items', 'total'],
      },
      EntityInventory: {
        type: 'object',
        properties: {
          entityRef: { type: 'string' },
          annotations: {
            type: 'object',
            additionalProperties: { type: 'string' },
          },
          health: { $ref: '#/components/schemas/Health' },
          clusters: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemEksCluster' },
          },
          gpuPools: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemGpuPool' },
          },
          endpoints: {
            type: 'array',
            items: {
              $ref: '#/components/schemas/InventoryItemSagemakerEndpoint',
            },
          },
          rayClusters: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayCluster' },
          },
          rayJobs: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayJob' },
          },
          rayServices: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemRayService' },
          },
          pods: {
            type: 'array',
            items: { $ref: '#/components/schemas/InventoryItemPod' },
          },
          problems: {
            type: 'array',
            items: { $ref: '#/components/schemas/AnnotationProblem' },
          },
          sources: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceNote' },
          },
        },
        required: [
          'entityRef',
          'annotations',
          'health',
          'clusters',
          'gpuPools',
          'endpoints',
          'rayClusters',
          'rayJobs',
          'rayServices',
          'pods',
          'problems',
          'sources',
        ],
      },
      SourcePage: {
        type: 'object',
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceItem' },
          },
          total: { type: 'number' },
        },
        required: ['items', 'total'],
      },
      SourceCheckAnswer: {
        type: 'object',
        properties: {
          source: { $ref: '#/components/schemas/SourceItem' },
          checkedAt: { type: 'string' },
          checks: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceCheck' },
          },
        },
        required: ['source', 'checkedAt', 'checks'],
      },
      InventoryKind: {
        type: 'string',
        enum: [
          'eks-cluster',
          'node-group',
          'addon',
          'upgrade-insight',
          'node',
          'gpu-pool',
          'pod',
          'ray-cluster',
          'ray-job',
          'ray-service',
          'sagemaker-endpoint',
        ],
      },
      HealthStatus: {
        type: 'string',
        enum: [
          'healthy',
          'suspended',
          'progressing',
          'unknown',
          'degraded',
          'failed',
        ],
      },
      VersionCatalog: {
        type: 'object',
        properties: {
          asOf: { type: 'string' },
          source: { type: 'string' },
          live: { type: 'boolean' },
          versions: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksVersion' },
          },
        },
        required: ['asOf', 'source', 'versions'],
      },
      Texts: {
        type: 'array',
        maxItems: 50,
        items: { type: 'string', minLength: 1, maxLength: 400 },
      },
      Statuses: {
        type: 'array',
        maxItems: 6,
        items: { $ref: '#/components/schemas/HealthStatus' },
      },
      RepositoryPlaceList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/RepositoryPlace' },
          },
        },
      },
      RepositoryPlace: {
        type: 'object',
        additionalProperties: false,
        required: ['host', 'webUrl'],
        properties: {
          host: {
            type: 'string',
            description: 'Host with port.',
            examples: ['github.com'],
          },
          owner: {
            type: 'string',
            description:
              'Left out where policy allows several owners and names none.',
            examples: ['acme'],
          },
          webUrl: {
            type: 'string',
            description: 'Where the host shows its pages.',
            examples: ['https://github.com'],
          },
        },
      },
      PlanRequest: {
        type: 'object',
        additionalProperties: false,
        required: ['kind', 'request'],
        properties: {
          kind: {
            type: 'string',
            description:
              'What is asked for; an unknown one is refused with the list of those there are.',
            examples: ['workload', 'cluster', 'profile', 'tool', 'removal'],
            minLength: 1,
            maxLength: 63,
          },
          request: {
            type: 'object',
            description:
              "The form's values, as the template hands them to its action.",
            additionalProperties: true,
          },
        },
      },
      PlanPreview: {
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'repository',
          'environment',
          'name',
          'base',
          'operation',
          'title',
          'digest',
          'files',
          'findings',
          'summary',
          'access',
          'codeOwners',
        ],
        properties: {
          kind: {
            type: 'string',
            examples: ['workload', 'cluster', 'profile', 'tool', 'removal'],
          },
          thing: {
            type: 'string',
            description:
              'Kind of thing that changes, where it is not `kind` (what a removal removes).',
          },
          repository: {
            type: 'object',
            additionalProperties: false,
            required: ['id', 'webUrl'],
            properties: { id: { type: 'string' }, webUrl: { type: 'string' } },
          },
          environment: { type: 'string' },
          name: { type: 'string' },
          base: {
            type: 'object',
            additionalProperties: false,
            required: ['branch', 'commit'],
            description: 'What the plan was made on.',
            properties: {
              branch: { type: 'string' },
              commit: { type: 'string' },
            },
          },
          operation: {
            type: 'string',
            enum: ['create', 'change', 'remove', 'none'],
            description:
              'With `none` the repository says already what was asked.',
          },
          title: { type: 'string', description: 'Title of the pull request.' },
          digest: {
            type: 'string',
            description:
              'The same for the same diff; hand it to the action as `expectedDigest`.',
          },
          files: {
            type: 'array',
            description:
              'Empty when a finding is an error, and when there is nothing to change.',
            items: { $ref: '#/components/schemas/FileDiff' },
          },
          findings: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanFinding' },
          },
          summary: { $ref: '#/components/schemas/PlanSummary' },
          access: {
            type: 'array',
            items: { $ref: '#/components/schemas/PlanAccess' },
          },
          sizes: {
            type: 'array',
            description: 'What the node groups hold, where the plan has any.',
            items: { $ref: '#/components/schemas/NodeGroupSize' },
          },
          cost: { $ref: '#/components/schemas/PlanCost' },
          codeOwners: {
            type: 'array',
            description:
              "Who the host asks to review, by the repository's CODEOWNERS.",
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['path', 'owners'],
              properties: {
                path: { type: 'string' },
                owners: {
                  type: 'array',
                  description:
                    '`@login`, `@organisation/team` or an e-mail address.',
                  items: { type: 'string' },
                },
              },
            },
          },
          entityRef: {
            type: 'string',
            description: 'The catalog entity that the change writes.',
          },
        },
      },
      FileDiff: {
        type: 'object',
        additionalProperties: false,
        required: ['path', 'status', 'hunks', 'additions', 'deletions'],
        properties: {
          path: { type: 'string' },
          status: { type: 'string', enum: ['added', 'changed', 'removed'] },
          hunks: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: [
                'oldStart',
                'oldLines',
                'newStart',
                'newLines',
                'lines',
              ],
              properties: {
                oldStart: { type: 'integer' },
                oldLines: { type: 'integer' },
                newStart: { type: 'integer' },
                newLines: { type: 'integer' },
                header: {
                  type: 'string',
                  description:
                    'The block the lines stand in, as `git diff` shows it.',
                },
                lines: {
                  type: 'array',
                  description:
                    'Each begins with `+`, `-`, a space or a backslash, as in a unified diff.',
                  items: { type: 'string' },
                },
              },
            },
          },
          additions: { type: 'integer' },
          deletions: { type: 'integer' },
        },
      },
      PlanFinding: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'severity', 'message', 'fix'],
        properties: {
          id: { type: 'string' },
          severity: { type: 'string', enum: ['error', 'warning', 'info'] },
          message: { type: 'string' },
          fix: { type: 'string' },
          field: {
            type: 'string',
            description: "The form's field.",
            examples: ['s3Access.bucketArns[0]'],
          },
          file: { type: 'string' },
          line: { type: 'integer' },
          source: {
            type: 'string',
            description: 'Address of the document the rule comes from.',
          },
        },
      },
      PlanSummary: {
        type: 'object',
        additionalProperties: false,
        required: [
          'what',
          'inputs',
          'willExist',
          'changesInPlace',
          'replaced',
          'afterMerge',
          'rollback',
          'reviewerChecks',
        ],
        properties: {
          what: { type: 'string' },
          inputs: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['name', 'value'],
              properties: {
                name: { type: 'string' },
                value: { type: 'string' },
              },
            },
          },
          willExist: { type: 'array', items: { type: 'string' } },
          changesInPlace: { type: 'array', items: { type: 'string' } },
          replaced: { type: 'array', items: { type: 'string' } },
          afterMerge: { type: 'array', items: { type: 'string' } },
          rollback: { type: 'string' },
          reviewerChecks: { type: 'array', items: { type: 'string' } },
        },
      },
      PlanAccess: {
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'sentence',
          'policy',
          'resources',
          'alsoReachableBy',
        ],
        properties: {
          kind: {
            type: 'string',
            examples: ['trust', 's3', 'dynamodb', 'rds'],
          },
          sentence: { type: 'string' },
          policyName: { type: 'string' },
          policy: {
            type: 'object',
            description: 'The IAM policy document.',
            additionalProperties: true,
          },
          resources: { type: 'array', items: { type: 'string' } },
          alsoReachableBy: {
            type: 'array',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['environment', 'workload', 'file'],
              properties: {
                environment: { type: 'string' },
                workload: { type: 'string' },
                file: { type: 'string' },
              },
            },
          },
        },
      },
      NodeGroupSize: {
        type: 'object',
        required: [
          'nodeGroup',
          'instanceType',
          'min',
          'desired',
          'max',
          'vcpu',
          'memoryGiB',
          'gpus',
        ],
        description:
          'One node group; `vcpu`, `memoryGiB` and `gpus` are those of one node.',
        properties: {
          nodeGroup: { type: 'string' },
          instanceType: { type: 'string' },
          min: { type: 'integer' },
          desired: { type: 'integer' },
          max: { type: 'integer' },
          vcpu: { type: 'number' },
          memoryGiB: { type: 'number' },
          gpus: { type: 'number' },
          accelerator: { type: 'string' },
          monthlyUsd: {
            type: 'number',
            description: 'Estimate for the desired nodes.',
          },
          architecture: { type: 'string' },
        },
      },
      PlanCost: {
        type: 'object',
        required: ['monthlyUsd', 'asOf', 'source'],
        properties: {
          monthlyUsd: { type: 'number' },
          asOf: { type: 'string', description: 'Day of the prices.' },
          source: { type: 'string' },
        },
      },
      Repository: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'webUrl', 'host', 'owner', 'name'],
        properties: {
          id: {
            type: 'string',
            description: 'What a template puts in `repository`.',
            examples: ['ml-infra'],
          },
          title: {
            type: 'string',
            description: 'The name for people.',
            examples: ['ML infrastructure'],
          },
          webUrl: {
            type: 'string',
            description: 'Where a person reads the repository.',
            examples: ['https://github.com/acme/ml-infra'],
          },
          host: {
            type: 'string',
            description:
              'Host, with port where it is not the default one, as in `integrations.github`.',
            examples: ['github.com'],
          },
          owner: { type: 'string', examples: ['acme'] },
          name: { type: 'string', examples: ['ml-infra'] },
        },
      },
      RepositoryList: {
        type: 'object',
        additionalProperties: false,
        required: ['items'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Repository' },
          },
        },
      },
      DeclaredWorkload: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'namespace', 'serviceAccount'],
        properties: {
          name: { type: 'string' },
          namespace: { type: 'string' },
          serviceAccount: { type: 'string' },
        },
      },
      Environment: {
        type: 'object',
        additionalProperties: false,
        required: ['name', 'namespaces', 'workloads'],
        properties: {
          name: {
            type: 'string',
            description: 'The folder under `env/`.',
            examples: ['test'],
          },
          region: {
            type: 'string',
            description:
              'AWS region, absent when the environment file does not say.',
            examples: ['eu-west-2'],
          },
          accountId: {
            type: 'string',
            description:
              'AWS account, 12 digits, absent when the environment file does not say.',
            examples: ['123456789012'],
          },
          partition: {
            type: 'string',
            description: 'AWS partition that follows from the region.',
            examples: ['aws', 'aws-cn', 'aws-us-gov'],
          },
          project: { type: 'string' },
          cluster: { type: 'string', description: 'Name of the EKS cluster.' },
          namespaces: {
            type: 'array',
            description:
              'Kubernetes namespaces that the declared workloads use, sorted.',
            items: { type: 'string' },
          },
          workloads: {
            type: 'array',
            items: { $ref: '#/components/schemas/DeclaredWorkload' },
          },
          problem: {
            type: 'string',
            description:
              'Why this environment cannot be changed now, in words for a person (file, line, cause). Absent when all is well.',
          },
        },
      },
      EnvironmentList: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'commit', 'asOf', 'stale'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/Environment' },
          },
          commit: {
            type: 'string',
            description: 'The commit all of this was read at.',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
            description:
              'When that commit was last known to be the newest one.',
          },
          stale: {
            type: 'boolean',
            description:
              'True when the repository could not be reached just now and the answer is an earlier one.',
          },
          staleReason: {
            type: 'string',
            description:
              'Why the repository could not be reached; only with `stale`.',
          },
        },
      },
      DeclaredKind: {
        type: 'string',
        enum: ['workload', 'profile', 'cluster', 'tool'],
      },
      DeclaredThing: {
        type: 'object',
        additionalProperties: false,
        required: [
          'kind',
          'repository',
          'environment',
          'name',
          'file',
          'fileUrl',
        ],
        properties: {
          kind: { $ref: '#/components/schemas/DeclaredKind' },
          repository: {
            type: 'string',
            description: 'The `id` of the repository.',
          },
          environment: { type: 'string' },
          name: { type: 'string' },
          owner: {
            type: 'string',
            description: "As the entity's file in the repository has it.",
            examples: ['group:default/ml-research'],
          },
          entityRef: {
            type: 'string',
            examples: ['component:default/dev-mlflow'],
          },
          file: { type: 'string' },
          line: { type: 'integer', minimum: 1 },
          fileUrl: {
            type: 'string',
            description:
              'The place in the file, at the commit that was read, for people.',
          },
          expires: {
            type: 'string',
            description:
              "The day until which it is meant to exist, as the entity's annotation `ml-platform.io/expires` has it.",
            examples: ['2027-03-31'],
          },
          pullRequest: {
            type: 'object',
            description:
              'The open pull request of ours that changes or removes it.',
            additionalProperties: false,
            required: ['number', 'url', 'title', 'change'],
            properties: {
              number: { type: 'integer' },
              url: { type: 'string' },
              title: { type: 'string' },
              change: {
                type: 'string',
                description:
                  'The kind of change, such as `workload` or `removal`.',
              },
            },
          },
          lastChange: {
            type: 'object',
            description: 'The last commit that changed the file.',
            additionalProperties: false,
            required: ['at', 'commit', 'url'],
            properties: {
              at: { type: 'string', format: 'date-time' },
              by: { type: 'string' },
              commit: { type: 'string' },
              url: { type: 'string' },
            },
          },
        },
      },
      DeclaredRepository: {
        type: 'object',
        additionalProperties: false,
        required: ['id', 'title', 'problems'],
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          commit: {
            type: 'string',
            description: 'The commit that was read; absent when none could be.',
          },
          asOf: {
            type: 'string',
            format: 'date-time',
            description:
              'When that commit was last known to be the newest one.',
          },
          problems: {
            type: 'array',
            description: 'What could not be read, in words.',
            items: { type: 'string' },
          },
        },
      },
      DeclaredList: {
        type: 'object',
        additionalProperties: false,
        required: ['items', 'total', 'offset', 'repositories', 'environments'],
        properties: {
          items: {
            type: 'array',
            items: { $ref: '#/components/schemas/DeclaredThing' },
          },
          total: {
            type: 'integer',
            description: 'How many there are that fit, on all pages.',
          },
          offset: { type: 'integer' },
          repositories: {
            type: 'array',
            items: { $ref: '#/components/schemas/DeclaredRepository' },
          },
          environments: {
            type: 'array',
            description:
              'The environments of all repositories, sorted, to choose from.',
            items: { type: 'string' },
          },
        },
      },
      DeclaredValues: {
        type: 'object',
        additionalProperties: false,
        required: ['thing', 'template', 'formData', 'base', 'unshown'],
        properties: {
          thing: { $ref: '#/components/schemas/DeclaredThing' },
          template: {
            type: 'string',
            description: 'Name of the template that changes it.',
            examples: ['irsa-ml-workload'],
          },
          formData: {
            type: 'object',
            description: "Values of the template's fields.",
            additionalProperties: true,
          },
          base: {
            type: 'object',
            additionalProperties: false,
            required: ['branch', 'commit'],
            properties: {
              branch: { type: 'string' },
              commit: { type: 'string' },
            },
          },
          unshown: {
            type: 'array',
            description: 'Values that the form cannot show.',
            items: {
              type: 'object',
              additionalProperties: false,
              required: ['attribute', 'source', 'kept'],
              properties: {
                attribute: { type: 'string' },
                source: { type: 'string' },
                line: { type: 'integer' },
                kept: {
                  type: 'boolean',
                  description:
                    'False when the form asks for a value, which takes its place.',
                },
              },
            },
          },
        },
      },
      Error: {
        type: 'object',
        required: ['error'],
        properties: {
          error: {
            type: 'object',
            required: ['name', 'message'],
            properties: {
              name: { type: 'string' },
              message: { type: 'string' },
            },
          },
        },
      },
      ThingSummary: {
        type: 'object',
        properties: {
          kind: { $ref: '#/components/schemas/InventoryKind' },
          id: { type: 'string' },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
        },
        required: ['kind', 'id', 'name', 'health', 'observedAt'],
      },
      Health: {
        type: 'object',
        properties: {
          status: { $ref: '#/components/schemas/HealthStatus' },
          causes: {
            type: 'array',
            items: { $ref: '#/components/schemas/HealthCause' },
          },
        },
        required: ['status', 'causes'],
      },
      HealthCause: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          status: { $ref: '#/components/schemas/HealthStatus' },
          message: { type: 'string' },
          since: { type: 'string' },
          resource: { $ref: '#/components/schemas/ResourceReference' },
          fix: { type: 'string' },
          link: { type: 'string' },
          inherited: { type: 'boolean' },
        },
        required: ['code', 'status', 'message', 'resource'],
      },
      ResourceReference: {
        type: 'object',
        properties: {
          kind: { $ref: '#/components/schemas/ResourceKind' },
          name: { type: 'string' },
        },
        required: ['kind', 'name'],
      },
      ResourceKind: {
        type: 'string',
        enum: [
          'eks-cluster',
          'node-group',
          'addon',
          'upgrade-insight',
          'node',
          'gpu-pool',
          'ray-cluster',
          'ray-job',
          'ray-service',
          'sagemaker-endpoint',
          'sagemaker-variant',
          'inference-component',
          'source',
        ],
      },
      HealthTransition: {
        type: 'object',
        properties: {
          sequence: { type: 'number' },
          kind: { $ref: '#/components/schemas/InventoryKind' },
          id: { type: 'string' },
          name: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          from: { $ref: '#/components/schemas/HealthStatus' },
          to: { $ref: '#/components/schemas/HealthStatus' },
          code: { type: 'string' },
          message: { type: 'string' },
          at: { type: 'string' },
        },
        required: ['sequence', 'kind', 'id', 'at'],
      },
      AcceleratorTotal: {
        type: 'object',
        properties: {
          resource: { type: 'string' },
          sharing: { $ref: '#/components/schemas/AcceleratorSharing' },
          product: { type: 'string' },
          pools: { type: 'number' },
          nodes: { type: 'number' },
          capacity: { type: 'number' },
          allocatable: { type: 'number' },
          requested: { type: 'number' },
          idle: { type: 'number' },
          unhealthy: { type: 'number' },
        },
        required: [
          'resource',
          'sharing',
          'pools',
          'nodes',
          'capacity',
          'allocatable',
          'requested',
          'idle',
          'unhealthy',
        ],
      },
      AcceleratorSharing: {
        type: 'string',
        enum: ['whole', 'mig', 'shared', 'neuron'],
      },
      SourceNote: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          title: { type: 'string' },
          status: { $ref: '#/components/schemas/HealthStatus' },
          lastSuccessAt: { type: 'string' },
          message: { type: 'string' },
          fix: { type: 'string' },
        },
        required: ['id', 'title', 'status', 'message'],
      },
      InventoryItemEksCluster: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'eks-cluster' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/ClusterFacts' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      ClusterFacts: {
        type: 'object',
        properties: {
          arn: { type: 'string' },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          status: {
            anyOf: [
              { $ref: '#/components/schemas/EksClusterStatus' },
              { type: 'string' },
            ],
          },
          version: { type: 'string' },
          platformVersion: { type: 'string' },
          createdAt: { type: 'string' },
          endpoint: { type: 'string' },
          certificateAuthority: { type: 'string' },
          endpointPublicAccess: { type: 'boolean' },
          endpointPrivateAccess: { type: 'boolean' },
          publicAccessCidrs: { type: 'array', items: { type: 'string' } },
          vpcId: { type: 'string' },
          subnetIds: { type: 'array', items: { type: 'string' } },
          logTypes: { type: 'array', items: { type: 'string' } },
          secretsKeyArn: { type: 'string' },
          authenticationMode: { type: 'string' },
          supportType: { type: 'string' },
          deletionProtection: { type: 'boolean' },
          connectorProvider: { type: 'string' },
          autoMode: { type: 'boolean' },
          issues: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksIssue' },
          },
          tags: { type: 'object', additionalProperties: { type: 'string' } },
          updates: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksUpdate' },
          },
          standardSupportUntil: { type: 'string' },
          summary: { $ref: '#/components/schemas/ClusterSummary' },
        },
        required: [
          'accountId',
          'arn',
          'issues',
          'logTypes',
          'name',
          'publicAccessCidrs',
          'region',
          'status',
          'subnetIds',
          'tags',
          'updates',
        ],
      },
      EksClusterStatus: {
        type: 'string',
        enum: [
          'ACTIVE',
          'CREATING',
          'DELETING',
          'FAILED',
          'PENDING',
          'UPDATING',
        ],
      },
      EksIssue: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          resourceIds: { type: 'array', items: { type: 'string' } },
        },
        required: ['code', 'message', 'resourceIds'],
      },
      EksUpdate: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          type: { type: 'string' },
          status: { type: 'string' },
          createdAt: { type: 'string' },
          nodeGroupName: { type: 'string' },
          addonName: { type: 'string' },
          errors: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksIssue' },
          },
        },
        required: ['id', 'type', 'status', 'errors'],
      },
      ClusterSummary: {
        type: 'object',
        properties: {
          nodeGroups: { type: 'number' },
          desiredNodes: { type: 'number' },
          nodes: {
            type: 'object',
            properties: {
              present: { type: 'number' },
              ready: { type: 'number' },
            },
            required: ['present', 'ready'],
          },
          addons: { type: 'number' },
          addonsOutOfDate: { type: 'number' },
          insightErrors: { type: 'number' },
          insightWarnings: { type: 'number' },
          pendingPods: { type: 'number' },
        },
        required: [
          'nodeGroups',
          'desiredNodes',
          'addons',
          'addonsOutOfDate',
          'insightErrors',
          'insightWarnings',
          'pendingPods',
        ],
      },
      InventoryItemNodeGroup: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'node-group' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/NodeGroup' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      NodeGroup: {
        type: 'object',
        properties: {
          kind: { $ref: '#/components/schemas/NodeGroupKind' },
          name: { type: 'string' },
          clusterArn: { type: 'string' },
          arn: { type: 'string' },
          status: { type: 'string' },
          kubernetesVersion: { type: 'string' },
          releaseVersion: { type: 'string' },
          createdAt: { type: 'string' },
          modifiedAt: { type: 'string' },
          capacityType: { type: 'string' },
          instanceTypes: { type: 'array', items: { type: 'string' } },
          amiType: { type: 'string' },
          minSize: { type: 'number' },
          desiredSize: { type: 'number' },
          maxSize: { type: 'number' },
          nodes: {
            type: 'object',
            properties: {
              present: { type: 'number' },
              ready: { type: 'number' },
              missingSince: { type: 'string' },
            },
            required: ['present', 'ready'],
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          taints: {
            type: 'array',
            items: { $ref: '#/components/schemas/Taint' },
          },
          autoScalingGroups: { type: 'array', items: { type: 'string' } },
          issues: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksIssue' },
          },
        },
        required: [
          'kind',
          'name',
          'clusterArn',
          'instanceTypes',
          'labels',
          'taints',
          'autoScalingGroups',
          'issues',
        ],
      },
      NodeGroupKind: {
        type: 'string',
        enum: ['managed', 'karpenter', 'unmanaged'],
      },
      Taint: {
        type: 'object',
        properties: {
          key: { type: 'string' },
          value: { type: 'string' },
          effect: { type: 'string' },
        },
        required: ['key', 'effect'],
      },
      InventoryItemAddon: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'addon' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/Addon' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      Addon: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          clusterArn: { type: 'string' },
          arn: { type: 'string' },
          status: { type: 'string' },
          version: { type: 'string' },
          defaultVersion: { type: 'string' },
          newestVersion: { type: 'string' },
          roleArn: { type: 'string' },
          modifiedAt: { type: 'string' },
          issues: {
            type: 'array',
            items: { $ref: '#/components/schemas/EksIssue' },
          },
        },
        required: ['name', 'clusterArn', 'status', 'issues'],
      },
      InventoryItemUpgradeInsight: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'upgrade-insight' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: {
            type: 'object',
            properties: {
              clusterArn: { type: 'string' },
              id: { type: 'string' },
              name: { type: 'string' },
              category: { type: 'string' },
              kubernetesVersion: { type: 'string' },
              status: { type: 'string' },
              reason: { type: 'string' },
              description: { type: 'string' },
              recommendation: { type: 'string' },
              deprecations: {
                type: 'array',
                items: { $ref: '#/components/schemas/DeprecatedApi' },
              },
              addons: {
                type: 'array',
                items: {
                  type: 'object',
                  properties: {
                    name: { type: 'string' },
                    compatibleVersions: {
                      type: 'array',
                      items: { type: 'string' },
                    },
                  },
                  required: ['name', 'compatibleVersions'],
                },
              },
              resources: { type: 'array', items: { type: 'string' } },
              links: {
                type: 'object',
                additionalProperties: { type: 'string' },
              },
              lastRefreshedAt: { type: 'string' },
              lastChangedAt: { type: 'string' },
            },
            required: ['category', 'clusterArn', 'id', 'name', 'status'],
          },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      DeprecatedApi: {
        type: 'object',
        properties: {
          api: { type: 'string' },
          replacedBy: { type: 'string' },
          removedIn: { type: 'string' },
          callers: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                userAgent: { type: 'string' },
                requestsIn30Days: { type: 'number' },
                lastAt: { type: 'string' },
              },
              required: ['userAgent'],
            },
          },
        },
        required: ['api', 'callers'],
      },
      InventoryItemGpuPool: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'gpu-pool' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/GpuPool' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      GpuPool: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          nodeGroup: { type: 'string' },
          nodeGroupKind: { $ref: '#/components/schemas/NodeGroupKind' },
          capacityType: { type: 'string' },
          instanceTypes: { type: 'array', items: { type: 'string' } },
          product: { type: 'string' },
          resource: { type: 'string' },
          sharing: { $ref: '#/components/schemas/AcceleratorSharing' },
          nodes: { type: 'number' },
          schedulableNodes: { type: 'number' },
          physical: { type: 'number' },
          capacity: { type: 'number' },
          allocatable: { type: 'number' },
          requested: { type: 'number' },
          idle: { type: 'number' },
          unhealthy: { type: 'number' },
          overcommitted: { type: 'number' },
          podsUnknown: { type: 'boolean', const: true },
          perNode: { type: 'number' },
          minSize: { type: 'number' },
          desiredSize: { type: 'number' },
          maxSize: { type: 'number' },
          taints: { type: 'array', items: { type: 'string' } },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
        },
        required: [
          'clusterArn',
          'nodeGroupKind',
          'instanceTypes',
          'resource',
          'sharing',
          'nodes',
          'schedulableNodes',
          'capacity',
          'allocatable',
          'requested',
          'idle',
          'unhealthy',
          'overcommitted',
          'taints',
          'labels',
        ],
      },
      InventoryItemNode: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'node' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/NodeFacts' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      NodeFacts: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          clusterArn: { type: 'string' },
          uid: { type: 'string' },
          createdAt: { type: 'string' },
          deletedAt: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          taints: {
            type: 'array',
            items: { $ref: '#/components/schemas/Taint' },
          },
          unschedulable: { type: 'boolean' },
          capacity: { $ref: '#/components/schemas/ResourceAmounts' },
          allocatable: { $ref: '#/components/schemas/ResourceAmounts' },
          conditions: {
            type: 'array',
            items: { $ref: '#/components/schemas/KubernetesCondition' },
          },
          kubeletVersion: { type: 'string' },
          providerId: { type: 'string' },
          devices: {
            type: 'array',
            items: { $ref: '#/components/schemas/ClaimableDevices' },
          },
          origin: { $ref: '#/components/schemas/NodeOrigin' },
          accelerators: {
            type: 'array',
            items: { $ref: '#/components/schemas/AcceleratorAccount' },
          },
          requested: { $ref: '#/components/schemas/ResourceAmounts' },
          pods: { type: 'number' },
          podsUnknown: { type: 'boolean', const: true },
          idleSince: {
            type: 'object',
            additionalProperties: { type: 'string' },
          },
        },
        required: [
          'accelerators',
          'allocatable',
          'capacity',
          'clusterArn',
          'conditions',
          'labels',
          'name',
          'origin',
          'pods',
          'requested',
          'taints',
          'unschedulable',
        ],
      },
      ResourceAmounts: {
        type: 'object',
        additionalProperties: { type: 'number' },
      },
      KubernetesCondition: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          status: { type: 'string' },
          reason: { type: 'string' },
          message: { type: 'string' },
          lastTransitionTime: { type: 'string' },
        },
        required: ['type', 'status'],
      },
      ClaimableDevices: {
        type: 'object',
        properties: {
          resource: { type: 'string' },
          sharing: { $ref: '#/components/schemas/AcceleratorSharing' },
          product: { type: 'string' },
          capacity: { type: 'number' },
          available: { type: 'number' },
          claimed: { type: 'number' },
          claimsUnknown: { type: 'boolean', const: true },
        },
        required: ['resource', 'sharing', 'capacity', 'available', 'claimed'],
      },
      NodeOrigin: {
        type: 'object',
        properties: {
          kind: {
            type: 'string',
            enum: ['managed', 'karpenter', 'auto-mode', 'fargate', 'unmanaged'],
          },
          group: { type: 'string' },
          capacityType: {
            type: 'string',
            enum: ['ON_DEMAND', 'SPOT', 'CAPACITY_BLOCK', 'RESERVED'],
          },
          instanceType: { type: 'string' },
          zone: { type: 'string' },
        },
        required: ['kind'],
      },
      AcceleratorAccount: {
        type: 'object',
        properties: {
          resource: { type: 'string' },
          sharing: { $ref: '#/components/schemas/AcceleratorSharing' },
          physical: { type: 'number' },
          capacity: { type: 'number' },
          allocatable: { type: 'number' },
          requested: { type: 'number' },
          idle: { type: 'number' },
          unhealthy: { type: 'number' },
          overcommitted: { type: 'number' },
        },
        required: [
          'resource',
          'sharing',
          'capacity',
          'allocatable',
          'requested',
          'idle',
          'unhealthy',
          'overcommitted',
        ],
      },
      InventoryItemPod: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'pod' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/AcceleratorPod' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      AcceleratorPod: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          uid: { type: 'string' },
          node: { type: 'string' },
          phase: { type: 'string' },
          serviceAccount: { type: 'string' },
          controller: { type: 'string' },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          requests: { $ref: '#/components/schemas/ResourceAmounts' },
          createdAt: { type: 'string' },
          deletedAt: { type: 'string' },
          reason: { type: 'string' },
          claimed: { type: 'array', items: { type: 'string' } },
          pending: { $ref: '#/components/schemas/PendingPod' },
        },
        required: ['clusterArn', 'namespace', 'name', 'uid', 'requests'],
      },
      PendingPod: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          createdAt: { type: 'string' },
          requests: { $ref: '#/components/schemas/ResourceAmounts' },
          allOf: { type: 'array', items: { type: 'string' } },
          message: { type: 'string' },
          nodeSelector: {
            type: 'object',
            additionalProperties: { type: 'string' },
          },
          tolerations: {
            type: 'array',
            items: { $ref: '#/components/schemas/Toleration' },
          },
          owner: { type: 'string' },
        },
        required: ['clusterArn', 'namespace', 'name', 'createdAt', 'requests'],
      },
      Toleration: {
        type: 'object',
        properties: {
          key: { type: 'string' },
          operator: { type: 'string' },
          value: { type: 'string' },
          effect: { type: 'string' },
        },
      },
      PendingDemand: {
        type: 'object',
        properties: {
          pod: { $ref: '#/components/schemas/InventoryItemPod' },
          remedies: {
            type: 'array',
            items: { $ref: '#/components/schemas/DemandRemedy' },
          },
          idleElsewhere: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                clusterArn: { type: 'string' },
                clusterName: { type: 'string' },
                pool: { type: 'string' },
                idle: { type: 'number' },
              },
              required: ['clusterArn', 'pool', 'idle'],
            },
          },
        },
        required: ['pod', 'remedies', 'idleElsewhere'],
      },
      DemandRemedy: {
        type: 'object',
        properties: {
          code: {
            type: 'string',
            enum: [
              'wait-for-node',
              'no-node-came',
              'raise-maximum',
              'tolerate-taint',
              'change-selector',
              'smaller-request',
              'other-resource',
              'no-group',
              'no-pool',
            ],
          },
          message: { type: 'string' },
          nodeGroup: { type: 'string' },
        },
        required: ['code', 'message'],
      },
      InventoryItemRayCluster: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'ray-cluster' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/RayCluster' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      RayCluster: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          uid: { type: 'string' },
          createdAt: { type: 'string' },
          deletedAt: { type: 'string' },
          generation: { type: 'number' },
          observedGeneration: { type: 'number' },
          conditions: {
            type: 'array',
            items: { $ref: '#/components/schemas/KubernetesCondition' },
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          rayVersion: { type: 'string' },
          suspend: { type: 'boolean' },
          autoscaling: { type: 'boolean' },
          origin: {
            type: 'object',
            properties: { kind: { type: 'string' }, name: { type: 'string' } },
            required: ['kind', 'name'],
          },
          desiredWorkers: { type: 'number' },
          readyWorkers: { type: 'number' },
          availableWorkers: { type: 'number' },
          workerGroups: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayWorkerGroup' },
          },
          requests: { $ref: '#/components/schemas/ResourceAmounts' },
          head: {
            type: 'object',
            properties: {
              podName: { type: 'string' },
              serviceName: { type: 'string' },
            },
          },
          state: { type: 'string' },
          reason: { type: 'string' },
          podProblems: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayPodProblem' },
          },
          authentication: {
            type: 'object',
            properties: { secretName: { type: 'string' } },
            required: ['secretName'],
          },
          dashboard: { $ref: '#/components/schemas/RayDashboard' },
        },
        required: [
          'autoscaling',
          'availableWorkers',
          'clusterArn',
          'conditions',
          'desiredWorkers',
          'labels',
          'name',
          'namespace',
          'podProblems',
          'readyWorkers',
          'requests',
          'suspend',
          'workerGroups',
        ],
      },
      RayWorkerGroup: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          desired: { type: 'number' },
          ready: { type: 'number' },
          min: { type: 'number' },
          max: { type: 'number' },
          suspended: { type: 'boolean' },
          requests: { $ref: '#/components/schemas/ResourceAmounts' },
        },
        required: ['name', 'desired', 'min', 'suspended', 'requests'],
      },
      RayPodProblem: {
        type: 'object',
        properties: {
          pod: { type: 'string' },
          group: { type: 'string' },
          reason: { type: 'string' },
          message: { type: 'string' },
          since: { type: 'string' },
        },
        required: ['pod', 'reason'],
      },
      RayDashboard: {
        type: 'object',
        properties: {
          observedAt: { type: 'string' },
          nodes: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayNode' },
          },
          jobs: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayDashboardJob' },
          },
          applications: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayDashboardApplication' },
          },
          problem: {
            type: 'object',
            properties: {
              code: { type: 'string' },
              message: { type: 'string' },
              fix: { type: 'string' },
            },
            required: ['code', 'message'],
          },
        },
        required: ['observedAt', 'nodes', 'jobs', 'applications'],
      },
      RayNode: {
        type: 'object',
        properties: {
          hostname: { type: 'string' },
          ip: { type: 'string' },
          isHead: { type: 'boolean' },
          node: { type: 'string' },
          gpus: {
            type: 'array',
            items: { $ref: '#/components/schemas/RayGpu' },
          },
        },
        required: ['hostname', 'isHead', 'gpus'],
      },
      RayGpu: {
        type: 'object',
        properties: {
          index: { type: 'number' },
          name: { type: 'string' },
          utilisationPercent: { type: 'number' },
          memoryUsedMiB: { type: 'number' },
          memoryTotalMiB: { type: 'number' },
        },
        required: ['index', 'name'],
      },
      RayDashboardJob: {
        type: 'object',
        properties: {
          type: { type: 'string' },
          id: { type: 'string' },
          status: { type: 'string' },
          entrypoint: { type: 'string' },
          message: { type: 'string' },
          errorType: { type: 'string' },
          exitCode: { type: 'number' },
          startedAt: { type: 'string' },
          endedAt: { type: 'string' },
        },
        required: ['type', 'id', 'status'],
      },
      RayDashboardApplication: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          status: { type: 'string' },
          message: { type: 'string' },
          routePrefix: { type: 'string' },
          deployedAt: { type: 'string' },
          deployments: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                status: { type: 'string' },
                message: { type: 'string' },
                targetReplicas: { type: 'number' },
                replicas: {
                  type: 'object',
                  additionalProperties: { type: 'number' },
                },
              },
              required: ['name', 'status', 'replicas'],
            },
          },
        },
        required: ['name', 'status', 'deployments'],
      },
      InventoryItemRayJob: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'ray-job' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/RayJob' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      RayJob: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          uid: { type: 'string' },
          createdAt: { type: 'string' },
          deletedAt: { type: 'string' },
          generation: { type: 'number' },
          observedGeneration: { type: 'number' },
          conditions: {
            type: 'array',
            items: { $ref: '#/components/schemas/KubernetesCondition' },
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          jobStatus: { type: 'string' },
          deploymentStatus: { type: 'string' },
          reason: { type: 'string' },
          message: { type: 'string' },
          startedAt: { type: 'string' },
          endedAt: { type: 'string' },
          jobId: { type: 'string' },
          failedAttempts: { type: 'number' },
          backoffLimit: { type: 'number' },
          rayClusterName: { type: 'string' },
          submissionMode: { type: 'string' },
          statusCheckFailingSince: { type: 'string' },
        },
        required: [
          'backoffLimit',
          'clusterArn',
          'conditions',
          'deploymentStatus',
          'failedAttempts',
          'jobStatus',
          'labels',
          'name',
          'namespace',
        ],
      },
      InventoryItemRayService: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'ray-service' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/RayService' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      RayService: {
        type: 'object',
        properties: {
          clusterArn: { type: 'string' },
          namespace: { type: 'string' },
          name: { type: 'string' },
          uid: { type: 'string' },
          createdAt: { type: 'string' },
          deletedAt: { type: 'string' },
          generation: { type: 'number' },
          observedGeneration: { type: 'number' },
          conditions: {
            type: 'array',
            items: { $ref: '#/components/schemas/KubernetesCondition' },
          },
          labels: { type: 'object', additionalProperties: { type: 'string' } },
          suspend: { type: 'boolean' },
          serveEndpoints: { type: 'number' },
          active: { $ref: '#/components/schemas/RayServiceSide' },
          pending: { $ref: '#/components/schemas/RayServiceSide' },
        },
        required: [
          'clusterArn',
          'conditions',
          'labels',
          'name',
          'namespace',
          'serveEndpoints',
          'suspend',
        ],
      },
      RayServiceSide: {
        type: 'object',
        properties: {
          rayClusterName: { type: 'string' },
          applications: {
            type: 'array',
            items: { $ref: '#/components/schemas/ServeApplication' },
          },
          trafficPercent: { type: 'number' },
        },
        required: ['rayClusterName', 'applications'],
      },
      ServeApplication: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          status: { type: 'string' },
          message: { type: 'string' },
          deployments: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                name: { type: 'string' },
                status: { type: 'string' },
                message: { type: 'string' },
              },
              required: ['name', 'status'],
            },
          },
        },
        required: ['name', 'status', 'deployments'],
      },
      InventoryItemSagemakerEndpoint: {
        type: 'object',
        properties: {
          kind: { type: 'string', const: 'sagemaker-endpoint' },
          id: { type: 'string' },
          name: { type: 'string' },
          sourceId: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          clusterName: { type: 'string' },
          namespace: { type: 'string' },
          owner: { type: 'string' },
          health: { $ref: '#/components/schemas/Health' },
          observedAt: { type: 'string' },
          changedAt: { type: 'string' },
          stale: { type: 'boolean', const: true },
          facts: { $ref: '#/components/schemas/EndpointFacts' },
        },
        required: [
          'kind',
          'id',
          'name',
          'sourceId',
          'health',
          'observedAt',
          'changedAt',
          'facts',
        ],
      },
      EndpointFacts: {
        type: 'object',
        properties: {
          arn: { type: 'string' },
          name: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          kind: { $ref: '#/components/schemas/EndpointKind' },
          status: { type: 'string' },
          failureReason: { type: 'string' },
          configurationName: { type: 'string' },
          createdAt: { type: 'string' },
          modifiedAt: { type: 'string' },
          variants: {
            type: 'array',
            items: { $ref: '#/components/schemas/EndpointVariant' },
          },
          components: {
            type: 'array',
            items: { $ref: '#/components/schemas/InferenceComponent' },
          },
          deployment: {
            type: 'object',
            properties: {
              configurationName: { type: 'string' },
              startedAt: { type: 'string' },
              type: { type: 'string' },
              variants: {
                type: 'array',
                items: { $ref: '#/components/schemas/EndpointVariant' },
              },
            },
            required: ['variants'],
          },
          dataCapture: {
            type: 'object',
            properties: {
              enabled: { type: 'boolean' },
              status: { type: 'string' },
            },
            required: ['enabled'],
          },
          tags: { type: 'object', additionalProperties: { type: 'string' } },
          figures: { $ref: '#/components/schemas/EndpointFigures' },
        },
        required: [
          'accountId',
          'arn',
          'components',
          'kind',
          'name',
          'region',
          'status',
          'tags',
          'variants',
        ],
      },
      EndpointKind: {
        type: 'string',
        enum: [
          'real-time',
          'serverless',
          'async',
          'inference-components',
          'multi-model',
        ],
      },
      EndpointVariant: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          shadow: { type: 'boolean' },
          modelName: { type: 'string' },
          instanceType: { type: 'string' },
          instancePools: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                instanceType: { type: 'string' },
                currentInstanceCount: { type: 'number' },
              },
              required: ['instanceType'],
            },
          },
          currentInstanceCount: { type: 'number' },
          desiredInstanceCount: { type: 'number' },
          currentWeight: { type: 'number' },
          desiredWeight: { type: 'number' },
          serverless: {
            type: 'object',
            properties: {
              memoryMiB: { type: 'number' },
              maxConcurrency: { type: 'number' },
              provisionedConcurrency: { type: 'number' },
            },
          },
          scaling: {
            type: 'object',
            properties: { min: { type: 'number' }, max: { type: 'number' } },
          },
          statuses: {
            type: 'array',
            items: {
              type: 'object',
              properties: {
                status: { type: 'string' },
                message: { type: 'string' },
                since: { type: 'string' },
              },
              required: ['status'],
            },
          },
        },
        required: ['name', 'shadow', 'instancePools', 'statuses'],
      },
      InferenceComponent: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          endpointName: { type: 'string' },
          variantName: { type: 'string' },
          status: { type: 'string' },
          modelName: { type: 'string' },
          currentCopies: { type: 'number' },
          desiredCopies: { type: 'number' },
          accelerators: { type: 'number' },
          failureReason: { type: 'string' },
          modifiedAt: { type: 'string' },
        },
        required: ['name', 'endpointName', 'status'],
      },
      EndpointFigures: {
        type: 'object',
        properties: {
          invocations: { type: 'number' },
          errors4xx: { type: 'number' },
          errors5xx: { type: 'number' },
          modelLatencyMs: { type: 'number' },
          modelLatencyP50Ms: { type: 'number' },
          modelLatencyP90Ms: { type: 'number' },
          modelLatencyP99Ms: { type: 'number' },
          overheadLatencyMs: { type: 'number' },
          overheadLatencyP50Ms: { type: 'number' },
          overheadLatencyP90Ms: { type: 'number' },
          overheadLatencyP99Ms: { type: 'number' },
          cpuPercent: { type: 'number' },
          memoryPercent: { type: 'number' },
          gpuPercent: { type: 'number' },
          gpuMemoryPercent: { type: 'number' },
          hours: { type: 'number' },
          series: {
            type: 'array',
            items: { $ref: '#/components/schemas/EndpointSeries' },
          },
        },
        required: ['hours'],
      },
      EndpointSeries: {
        type: 'object',
        properties: {
          hours: { type: 'number' },
          stepSeconds: { type: 'number' },
          from: { type: 'string' },
          values: {
            type: 'object',
            properties: {
              invocations: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              errors4xx: { type: 'array', items: { type: ['number', 'null'] } },
              errors5xx: { type: 'array', items: { type: ['number', 'null'] } },
              modelLatencyMs: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              modelLatencyP50Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              modelLatencyP90Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              modelLatencyP99Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              overheadLatencyMs: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              overheadLatencyP50Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              overheadLatencyP90Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              overheadLatencyP99Ms: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              cpuPercent: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              memoryPercent: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              gpuPercent: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
              gpuMemoryPercent: {
                type: 'array',
                items: { type: ['number', 'null'] },
              },
            },
          },
        },
        required: ['hours', 'stepSeconds', 'from', 'values'],
      },
      AnnotationProblem: {
        type: 'object',
        properties: {
          annotation: { type: 'string' },
          value: { type: 'string' },
          message: { type: 'string' },
        },
        required: ['annotation', 'value', 'message'],
      },
      SourceItem: {
        type: 'object',
        properties: {
          id: { type: 'string' },
          kind: { type: 'string' },
          title: { type: 'string' },
          accountId: { type: 'string' },
          region: { type: 'string' },
          clusterArn: { type: 'string' },
          intervalSeconds: { type: 'number' },
          lastSuccessAt: { type: 'string' },
          lastAttemptAt: { type: 'string' },
          problem: { $ref: '#/components/schemas/SourceProblem' },
          partial: {
            type: 'array',
            items: { $ref: '#/components/schemas/SourceProblem' },
          },
          requestsPerMinute: { type: 'number' },
          health: { $ref: '#/components/schemas/Health' },
        },
        required: [
          'health',
          'id',
          'intervalSeconds',
          'kind',
          'partial',
          'requestsPerMinute',
          'title',
        ],
      },
      SourceProblem: {
        type: 'object',
        properties: {
          code: { type: 'string' },
          message: { type: 'string' },
          fix: { type: 'string' },
          part: { type: 'string' },
          since: { type: 'string' },
        },
        required: ['code', 'message'],
      },
      SourceCheck: {
        type: 'object',
        properties: {
          name: { type: 'string' },
          result: {
            type: 'string',
            enum: ['passed', 'failed', 'not-available', 'skipped'],
          },
          message: { type: 'string' },
          fix: { type: 'string' },
        },
        required: ['name', 'result'],
      },
      EksVersion: {
        type: 'object',
        properties: {
          version: { type: 'string' },
          standardUntil: { type: 'string' },
          extendedUntil: { type: 'string' },
        },
        required: ['version', 'standardUntil', 'extendedUntil'],
      },
    },
  },
} as const;
