// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

export const spec = {
  openapi: '3.1.0',
  info: {
    title: 'ml-platform',
    version: '1',
    description:
      'What the Create wizard and the pages of ML Platform need to know about the\ninfrastructure repositories: which there are, which environments they hold,\nand which workloads run there.\n',
    license: {
      name: 'Apache-2.0',
      url: 'https://www.apache.org/licenses/LICENSE-2.0.html',
    },
  },
  servers: [{ url: '/' }],
  security: [{}, { JWT: [] }],
  tags: [
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
  },
  components: {
    securitySchemes: {
      JWT: { type: 'http', scheme: 'bearer', bearerFormat: 'JWT' },
    },
    parameters: {
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
    },
  },
} as const;
