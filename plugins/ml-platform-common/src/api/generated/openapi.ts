// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

/** @public */
export type paths = {
  '/repositories': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the infrastructure repositories of this portal
     * In the order of the configuration. No repository is contacted.
     */
    get: operations['listRepositories'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/repositories/{repositoryId}/environments': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the environments of a repository with the workloads declared in each
     * Read at the newest commit of the repository's base branch. When the
     *     repository cannot be reached, the last known answer is given with
     *     `stale: true` and the time it was read, or 503 when there is none.
     */
    get: operations['listEnvironments'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
};
/** @public */
export type webhooks = Record<string, never>;
/** @public */
export type components = {
  schemas: {
    DeclaredWorkload: {
      name: string;
      namespace: string;
      serviceAccount: string;
    };
    Environment: {
      /**
       * AWS account, 12 digits, absent when the environment file does not say.
       * @example 123456789012
       */
      accountId?: string;
      /** Name of the EKS cluster. */
      cluster?: string;
      /**
       * The folder under `env/`.
       * @example test
       */
      name: string;
      /** Kubernetes namespaces that the declared workloads use, sorted. */
      namespaces: string[];
      /**
       * AWS partition that follows from the region.
       * @example aws
       * @example aws-cn
       * @example aws-us-gov
       */
      partition?: string;
      /** Why this environment cannot be changed now, in words for a person (file, line, cause). Absent when all is well. */
      problem?: string;
      project?: string;
      /**
       * AWS region, absent when the environment file does not say.
       * @example eu-west-2
       */
      region?: string;
      workloads: components['schemas']['DeclaredWorkload'][];
    };
    EnvironmentList: {
      /**
       * Format: date-time
       * When that commit was last known to be the newest one.
       */
      asOf: string;
      /** The commit all of this was read at. */
      commit: string;
      items: components['schemas']['Environment'][];
      /** True when the repository could not be reached just now and the answer is an earlier one. */
      stale: boolean;
      /** Why the repository could not be reached; only with `stale`. */
      staleReason?: string;
    };
    Error: {
      error: {
        message: string;
        name: string;
      };
    };
    Repository: {
      /**
       * Host, with port where it is not the default one, as in `integrations.github`.
       * @example github.com
       */
      host: string;
      /**
       * What a template puts in `repository`.
       * @example ml-infra
       */
      id: string;
      /** @example ml-infra */
      name: string;
      /** @example acme */
      owner: string;
      /**
       * The name for people.
       * @example ML infrastructure
       */
      title: string;
      /**
       * Where a person reads the repository.
       * @example https://github.com/acme/ml-infra
       */
      webUrl: string;
    };
    RepositoryList: {
      items: components['schemas']['Repository'][];
    };
  };
  responses: {
    /** The request is not as described here. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The signed-in user lacks the permission `ml-platform.repository.read`. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** There is no such repository in the configuration. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** No user is signed in. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The repository cannot be read and no earlier answer is known. */
    Unavailable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /** The `id` of an entry of `mlPlatform.repositories`. */
    repositoryId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
  listRepositories: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The repositories. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RepositoryList'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
    };
  };
  listEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The `id` of an entry of `mlPlatform.repositories`. */
        repositoryId: components['parameters']['repositoryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The environments, sorted by name. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EnvironmentList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['Unavailable'];
    };
  };
}
