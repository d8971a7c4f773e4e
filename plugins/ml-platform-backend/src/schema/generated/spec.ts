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
      name: 'repositories',
      description:
        'Infrastructure repositories named in the `mlPlatform.repositories` configuration.',
    },
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
        description: 'The `id` of an entry of `mlPlatform.repositories`.',
        schema: {
          type: 'string',
          minLength: 1,
          maxLength: 63,
          pattern: '^[a-z0-9]([a-z0-9-]*[a-z0-9])?$',
        },
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
    },
    schemas: {
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
