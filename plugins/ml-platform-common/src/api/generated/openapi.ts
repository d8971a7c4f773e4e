// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

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
     * @description In the order of the configuration. No repository is contacted.
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
     * @description Read at the newest commit of the repository's base branch. When the
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
export type webhooks = Record<string, never>;
export type components = {
  schemas: {
    DeclaredWorkload: {
      name: string;
      namespace: string;
      serviceAccount: string;
    };
    Environment: {
      /**
       * @description AWS account, 12 digits, absent when the environment file does not say.
       * @example 123456789012
       */
      accountId?: string;
      /** @description Name of the EKS cluster. */
      cluster?: string;
      /**
       * @description The folder under `env/`.
       * @example test
       */
      name: string;
      /** @description Kubernetes namespaces that the declared workloads use, sorted. */
      namespaces: string[];
      /**
       * @description AWS partition that follows from the region.
       * @example aws
       * @example aws-cn
       * @example aws-us-gov
       */
      partition?: string;
      /** @description Why this environment cannot be changed now, in words for a person (file, line, cause). Absent when all is well. */
      problem?: string;
      project?: string;
      /**
       * @description AWS region, absent when the environment file does not say.
       * @example eu-west-2
       */
      region?: string;
      workloads: components['schemas']['DeclaredWorkload'][];
    };
    EnvironmentList: {
      /**
       * Format: date-time
       * @description When that commit was last known to be the newest one.
       */
      asOf: string;
      /** @description The commit all of this was read at. */
      commit: string;
      items: components['schemas']['Environment'][];
      /** @description True when the repository could not be reached just now and the answer is an earlier one. */
      stale: boolean;
      /** @description Why the repository could not be reached; only with `stale`. */
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
       * @description Host, with port where it is not the default one, as in `integrations.github`.
       * @example github.com
       */
      host: string;
      /**
       * @description What a template puts in `repository`.
       * @example ml-infra
       */
      id: string;
      /** @example ml-infra */
      name: string;
      /** @example acme */
      owner: string;
      /**
       * @description The name for people.
       * @example ML infrastructure
       */
      title: string;
      /**
       * @description Where a person reads the repository.
       * @example https://github.com/acme/ml-infra
       */
      webUrl: string;
    };
    RepositoryList: {
      items: components['schemas']['Repository'][];
    };
  };
  responses: {
    /** @description The request is not as described here. */
    BadRequest: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The signed-in user lacks the permission `ml-platform.repository.read`. */
    Forbidden: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description There is no such repository in the configuration. */
    NotFound: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description No user is signed in. */
    Unauthorized: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** @description The repository cannot be read and no earlier answer is known. */
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
    /** @description The `id` of an entry of `mlPlatform.repositories`. */
    repositoryId: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
export type $defs = Record<string, never>;
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
      /** @description The repositories. */
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
        /** @description The `id` of an entry of `mlPlatform.repositories`. */
        repositoryId: components['parameters']['repositoryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** @description The environments, sorted by name. */
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
