// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

/** @public */
export type paths = {
  '/declared': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists what the repositories declare
     * Workloads, user profiles, clusters and tools of all repositories, at the
     *     newest commit of each. Filtered, sorted and paged here. A repository that cannot
     *     be read is named with its problem; the others are listed all the same.
     */
    get: operations['listDeclared'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/declared/{kind}/{repository}/{environment}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gives the present values of a thing, as its template's form takes them
     * Needs `ml-platform.repository.code.read` for the repository as well,
     *     because the values are code of it.
     */
    get: operations['getDeclared'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/plans': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Shows what a request would change, without changing anything
     * Plans the request on the newest commit of the repository's base branch,
     *     with the same planner that opens the pull request. The user needs the
     *     permission `ml-platform.change.propose`, and for the repository
     *     `ml-platform.repository.code.read`. Of files, only the changed lines
     *     and a few around them are given.
     *
     *     A request that breaks a rule gives 200 with findings of severity
     *     `error`, and no files.
     */
    post: operations['previewPlan'];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
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
  '/repositories/{repositoryId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Finds a repository in which changes may be asked for
     * One of the configured repositories, or another one that the policy
     *     allows, such as one that was made a moment ago. It is not contacted.
     */
    get: operations['getRepository'];
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
  '/repository-places': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists where new repositories may be made
     * The hosts and owners that `mlPlatform.policy.allowedRepositories` names.
     *     Nobody is contacted.
     */
    get: operations['listRepositoryPlaces'];
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
    DeclaredKind: 'workload' | 'profile' | 'cluster' | 'tool';
    DeclaredList: {
      /** The environments of all repositories, sorted, to choose from. */
      environments: string[];
      items: components['schemas']['DeclaredThing'][];
      offset: number;
      repositories: components['schemas']['DeclaredRepository'][];
      /** How many there are that fit, on all pages. */
      total: number;
    };
    DeclaredRepository: {
      /**
       * Format: date-time
       * When that commit was last known to be the newest one.
       */
      asOf?: string;
      /** The commit that was read; absent when none could be. */
      commit?: string;
      id: string;
      /** What could not be read, in words. */
      problems: string[];
      title: string;
    };
    DeclaredThing: {
      /** @example component:default/dev-mlflow */
      entityRef?: string;
      environment: string;
      /**
       * The day until which it is meant to exist, as the entity's annotation `ml-platform.io/expires` has it.
       * @example 2027-03-31
       */
      expires?: string;
      file: string;
      /** The place in the file, at the commit that was read, for people. */
      fileUrl: string;
      kind: components['schemas']['DeclaredKind'];
      /** The last commit that changed the file. */
      lastChange?: {
        /** Format: date-time */
        at: string;
        by?: string;
        commit: string;
        url: string;
      };
      line?: number;
      name: string;
      /**
       * As the entity's file in the repository has it.
       * @example group:default/ml-research
       */
      owner?: string;
      /** The open pull request of ours that changes or removes it. */
      pullRequest?: {
        /** The kind of change, such as `workload` or `removal`. */
        change: string;
        number: number;
        title: string;
        url: string;
      };
      /** The `id` of the repository. */
      repository: string;
    };
    DeclaredValues: {
      base: {
        branch: string;
        commit: string;
      };
      /** Values of the template's fields. */
      formData: {
        [key: string]: unknown;
      };
      /**
       * Name of the template that changes it.
       * @example irsa-ml-workload
       */
      template: string;
      thing: components['schemas']['DeclaredThing'];
      /** Values that the form cannot show. */
      unshown: {
        attribute: string;
        /** False when the form asks for a value, which takes its place. */
        kept: boolean;
        line?: number;
        source: string;
      }[];
    };
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
    FileDiff: {
      additions: number;
      deletions: number;
      hunks: {
        /** The block the lines stand in, as `git diff` shows it. */
        header?: string;
        /** Each begins with `+`, `-`, a space or a backslash, as in a unified diff. */
        lines: string[];
        newLines: number;
        newStart: number;
        oldLines: number;
        oldStart: number;
      }[];
      path: string;
      status: 'added' | 'changed' | 'removed';
    };
    /** One node group; `vcpu`, `memoryGiB` and `gpus` are those of one node. */
    NodeGroupSize: {
      accelerator?: string;
      architecture?: string;
      desired: number;
      gpus: number;
      instanceType: string;
      max: number;
      memoryGiB: number;
      min: number;
      /** Estimate for the desired nodes. */
      monthlyUsd?: number;
      nodeGroup: string;
      vcpu: number;
    };
    PlanAccess: {
      alsoReachableBy: {
        environment: string;
        file: string;
        workload: string;
      }[];
      /**
       * @example trust
       * @example s3
       * @example dynamodb
       * @example rds
       */
      kind: string;
      /** The IAM policy document. */
      policy: {
        [key: string]: unknown;
      };
      policyName?: string;
      resources: string[];
      sentence: string;
    };
    PlanCost: {
      /** Day of the prices. */
      asOf: string;
      monthlyUsd: number;
      source: string;
    };
    PlanFinding: {
      /**
       * The form's field.
       * @example s3Access.bucketArns[0]
       */
      field?: string;
      file?: string;
      fix: string;
      id: string;
      line?: number;
      message: string;
      severity: 'error' | 'warning' | 'info';
      /** Address of the document the rule comes from. */
      source?: string;
    };
    PlanPreview: {
      access: components['schemas']['PlanAccess'][];
      /** What the plan was made on. */
      base: {
        branch: string;
        commit: string;
      };
      /** Who the host asks to review, by the repository's CODEOWNERS. */
      codeOwners: {
        /** `@login`, `@organisation/team` or an e-mail address. */
        owners: string[];
        path: string;
      }[];
      cost?: components['schemas']['PlanCost'];
      /** The same for the same diff; hand it to the action as `expectedDigest`. */
      digest: string;
      /** The catalog entity that the change writes. */
      entityRef?: string;
      environment: string;
      /** Empty when a finding is an error, and when there is nothing to change. */
      files: components['schemas']['FileDiff'][];
      findings: components['schemas']['PlanFinding'][];
      /**
       * @example workload
       * @example cluster
       * @example profile
       * @example tool
       * @example removal
       */
      kind: string;
      name: string;
      /**
       * With `none` the repository says already what was asked.
       */
      operation: 'create' | 'change' | 'remove' | 'none';
      repository: {
        id: string;
        webUrl: string;
      };
      /** What the node groups hold, where the plan has any. */
      sizes?: components['schemas']['NodeGroupSize'][];
      summary: components['schemas']['PlanSummary'];
      /** Kind of thing that changes, where it is not `kind` (what a removal removes). */
      thing?: string;
      /** Title of the pull request. */
      title: string;
    };
    PlanRequest: {
      /**
       * What is asked for; an unknown one is refused with the list of those there are.
       * @example workload
       * @example cluster
       * @example profile
       * @example tool
       * @example removal
       */
      kind: string;
      /** The form's values, as the template hands them to its action. */
      request: {
        [key: string]: unknown;
      };
    };
    PlanSummary: {
      afterMerge: string[];
      changesInPlace: string[];
      inputs: {
        name: string;
        value: string;
      }[];
      replaced: string[];
      reviewerChecks: string[];
      rollback: string;
      what: string;
      willExist: string[];
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
    RepositoryPlace: {
      /**
       * Host with port.
       * @example github.com
       */
      host: string;
      /**
       * Left out where policy allows several owners and names none.
       * @example acme
       */
      owner?: string;
      /**
       * Where the host shows its pages.
       * @example https://github.com
       */
      webUrl: string;
    };
    RepositoryPlaceList: {
      items: components['schemas']['RepositoryPlace'][];
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
    /**
     * The user lacks a permission (the message names it), may not read the
     *     repository at its host, or has to send a token of their own.
     */
    ForbiddenPlan: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The repository's host does not answer, or its rate limit is used up; the message says until when. */
    HostUnavailable: {
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
    /** The repository, its base branch, or what the request names is not there. */
    NothingToPlanOn: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** The repository holds something else where the change would go. */
    PlanConflict: {
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
    /** The request cannot be planned; the message names the fields, or the file and line. */
    Unplannable: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
  };
  parameters: {
    /**
     * The `id` of an entry of `mlPlatform.repositories`, or the
     *     `<host>?owner=<owner>&repo=<name>` of another repository that
     *     `mlPlatform.policy.allowedRepositories` matches.
     */
    repositoryId: string;
    /**
     * The user's own token for the host of the repository, e.g. of GitHub. The
     *     repository is read with it, and it is neither stored nor logged. Without
     *     it the credential of `integrations` reads, unless
     *     `scaffolder.requireScmUserCredentials` is on: then the answer is 403.
     */
    scmUserToken: string;
  };
  requestBodies: never;
  headers: never;
  pathItems: never;
};
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
  listDeclared: {
    parameters: {
      query?: {
        environment?: string;
        kind?: components['schemas']['DeclaredKind'];
        /** How many are given; default 20. */
        limit?: number;
        /** How many are skipped; default 0. */
        offset?: number;
        order?: 'asc' | 'desc';
        repository?: string;
        /** Default `name`. Things without the value come last. */
        sort?:
          | 'name'
          | 'kind'
          | 'repository'
          | 'environment'
          | 'owner'
          | 'expires';
        /** What name, environment, owner or repository must hold, in any case of letters. */
        text?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page of what is declared. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeclaredList'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
    };
  };
  getDeclared: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        environment: string;
        kind: components['schemas']['DeclaredKind'];
        name: string;
        repository: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The present values. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['DeclaredValues'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
      503: components['responses']['Unavailable'];
    };
  };
  previewPlan: {
    parameters: {
      query?: never;
      header?: {
        /**
         * The user's own token for the host of the repository, e.g. of GitHub. The
         *     repository is read with it, and it is neither stored nor logged. Without
         *     it the credential of `integrations` reads, unless
         *     `scaffolder.requireScmUserCredentials` is on: then the answer is 403.
         */
        'X-Scm-User-Token'?: components['parameters']['scmUserToken'];
      };
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        'application/json': components['schemas']['PlanRequest'];
      };
    };
    responses: {
      /** The plan. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PlanPreview'];
        };
      };
      400: components['responses']['Unplannable'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenPlan'];
      404: components['responses']['NothingToPlanOn'];
      409: components['responses']['PlanConflict'];
      503: components['responses']['HostUnavailable'];
    };
  };
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
  getRepository: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * The `id` of an entry of `mlPlatform.repositories`, or the
         *     `<host>?owner=<owner>&repo=<name>` of another repository that
         *     `mlPlatform.policy.allowedRepositories` matches.
         */
        repositoryId: components['parameters']['repositoryId'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The repository. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['Repository'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
      404: components['responses']['NotFound'];
    };
  };
  listEnvironments: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /**
         * The `id` of an entry of `mlPlatform.repositories`, or the
         *     `<host>?owner=<owner>&repo=<name>` of another repository that
         *     `mlPlatform.policy.allowedRepositories` matches.
         */
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
  listRepositoryPlaces: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The places. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RepositoryPlaceList'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
    };
  };
}
