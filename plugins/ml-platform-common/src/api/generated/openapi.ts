// Generated from plugins/ml-platform-backend/src/schema/openapi.yaml by the
// script `generate:openapi` of that package. Don't edit.

import type {
  ClusterDetail,
  ClusterPage,
  EndpointDetail,
  EndpointPage,
  EntityInventory,
  GpuPoolDetail,
  GpuPoolPage,
  HealthStatus,
  HistoryPage,
  InventoryFacets,
  InventoryKind,
  InventoryOverview,
  NodePage,
  PendingDemandPage,
  RayClusterDetail,
  RayClusterPage,
  RayJobDetail,
  RayJobPage,
  RayServiceDetail,
  RayServicePage,
  SourceCheckAnswer,
  SourcePage,
  VersionCatalog,
} from '../../model';
/** @public */
export type paths = {
  '/clusters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists EKS clusters
     * With `facts.summary`: node groups, nodes, add-ons and upgrade insights counted.
     */
    get: operations['listClusters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/clusters/{clusterArn}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a cluster with what belongs to it
     * Node groups, add-ons, upgrade insights, accelerator pools and the worst 200 of its
     *     nodes. A cluster outside EKS goes by its name in `mlPlatform.kubernetes.clusters`.
     */
    get: operations['getCluster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
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
  '/eks-versions': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists the Kubernetes versions of EKS, with the dates of their support
     * As AWS has them now (`live: true`), where a module asks it; else the dated
     *     table that is shipped.
     */
    get: operations['listEksVersions'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/endpoints': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists SageMaker endpoints
     * With variants and figures; of the lines only those of 3 hours that a table shows.
     */
    get: operations['listEndpoints'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/endpoints/{endpointArn}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a SageMaker endpoint with all its figures
     * Times are in milliseconds, utilisation in percent of what the instances have.
     */
    get: operations['getEndpoint'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/entities/{kind}/{namespace}/{name}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets everything that an entity of the catalog names by its annotations
     * ARNs, tags, names and label selectors, several of each with commas. What an
     *     annotation names and the person may not see is left out.
     */
    get: operations['getEntityInventory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/facets/{kind}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets the values that lists of a kind can be narrowed to
     * Accounts, regions, clusters, namespaces, owners, and what else tells things of the
     *     kind apart, as they occur among those that the person may see.
     */
    get: operations['getFacets'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gpu-pools': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists pools of accelerators
     * Nodes of one group that offer the same accelerators under the same resource name;
     *     pools without nodes are listed too.
     */
    get: operations['listGpuPools'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/gpu-pools/{poolId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a pool with its nodes, the pods that hold them, and those that wait
     * Pods are given as far as the person may see them.
     */
    get: operations['getGpuPool'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/history': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists how the health of things changed, the newest first
     * Of one thing with `kind` and `id`, else of all that the person may see.
     */
    get: operations['listHistory'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/nodes': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists Kubernetes nodes
     * What they have, what is asked of them, and which accelerators are idle since when.
     */
    get: operations['listNodes'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/overview': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tells how everything is, and what needs a hand first
     * Counts by kind and status, the worst things with cause and fix, what got worse in
     *     the last 24 hours, accelerators of all clusters, and how old the knowledge is. Of
     *     all that only what the person may see.
     */
    get: operations['getOverview'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/pending-demand': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists pods that wait for accelerators
     * With the words of the scheduler and what would help, those that wait longest first.
     */
    get: operations['listPendingDemand'];
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
  '/ray-clusters': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists RayClusters
     * State as derived from conditions and pods; `facts.state` is what KubeRay says.
     */
    get: operations['listRayClusters'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ray-clusters/{rayClusterId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a RayCluster with its jobs, services and pods
     * The id is `<cluster ARN>/<namespace>/<name>`.
     */
    get: operations['getRayCluster'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ray-jobs': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists RayJobs
     * With the state of the job in Ray and of its deployment by KubeRay.
     */
    get: operations['listRayJobs'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ray-jobs/{rayJobId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a RayJob
     * The id is `<cluster ARN>/<namespace>/<name>`.
     */
    get: operations['getRayJob'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ray-services': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists RayServices
     * With the applications and deployments of both sides of an upgrade.
     */
    get: operations['listRayServices'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/ray-services/{rayServiceId}': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Gets a RayService
     * The id is `<cluster ARN>/<namespace>/<name>`.
     */
    get: operations['getRayService'];
    put?: never;
    post?: never;
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
  '/sources': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Lists what the inventory is collected from
     * With status, last success, last error with its fix, and requests per minute. Needs
     *     `ml-platform.sources.read`.
     */
    get: operations['listSources'];
    put?: never;
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  '/sources/{sourceId}/check': {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    /**
     * Tries the credentials of a source and each permission it needs
     * Asks the upstream now, which takes a few seconds. What is missing is named as the
     *     IAM action or RBAC rule to add. Needs `ml-platform.sources.read`.
     */
    get: operations['checkSource'];
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
    ClusterDetail: ClusterDetail;
    ClusterPage: ClusterPage;
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
    EndpointDetail: EndpointDetail;
    EndpointPage: EndpointPage;
    EntityInventory: EntityInventory;
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
    GpuPoolDetail: GpuPoolDetail;
    GpuPoolPage: GpuPoolPage;
    HealthStatus: HealthStatus;
    HistoryPage: HistoryPage;
    InventoryFacets: InventoryFacets;
    InventoryKind: InventoryKind;
    InventoryOverview: InventoryOverview;
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
    NodePage: NodePage;
    PendingDemandPage: PendingDemandPage;
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
    RayClusterDetail: RayClusterDetail;
    RayClusterPage: RayClusterPage;
    RayJobDetail: RayJobDetail;
    RayJobPage: RayJobPage;
    RayServiceDetail: RayServiceDetail;
    RayServicePage: RayServicePage;
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
    SourceCheckAnswer: SourceCheckAnswer;
    SourcePage: SourcePage;
    Statuses: components['schemas']['HealthStatus'][];
    Texts: string[];
    VersionCatalog: VersionCatalog;
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
    /** The signed-in user lacks the permission `ml-platform.inventory.read`. */
    ForbiddenInventory: {
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
    /** The signed-in user lacks the permission `ml-platform.sources.read`. */
    ForbiddenSources: {
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
    /** No collector of this backend knows the source; its module is not installed. */
    NoCollector: {
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
    /** There is no such thing, or the person may not see it. */
    NotInInventory: {
      headers: {
        [name: string]: unknown;
      };
      content: {
        'application/json': components['schemas']['Error'];
      };
    };
    /** Nothing has changed since the answer with this `ETag`. */
    NotModified: {
      headers: {
        [name: string]: unknown;
      };
      content?: never;
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
    /** AWS accounts. One of several suffices. */
    accountId: components['schemas']['Texts'];
    /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
    cause: components['schemas']['Texts'];
    /** ARNs of clusters. One of several suffices. */
    clusterArn: components['schemas']['Texts'];
    /** Default `status`, the worst first. Things without the value come last. */
    inventorySort:
      | 'status'
      | 'name'
      | 'cluster'
      | 'account'
      | 'region'
      | 'owner'
      | 'changed'
      | 'created'
      | 'idle';
    /** How many are given; default 20. */
    limit: number;
    /** Kubernetes namespaces. One of several suffices. */
    namespace: components['schemas']['Texts'];
    /** How many are skipped; default 0. */
    offset: number;
    order: 'asc' | 'desc';
    /** Entity references of owners. One of several suffices. */
    owner: components['schemas']['Texts'];
    /** AWS regions. One of several suffices. */
    region: components['schemas']['Texts'];
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
    /** Health. One of several suffices. */
    status: components['schemas']['Statuses'];
    /**
     * Words that name, namespace, cluster, account, region or owner must hold, in any
     *     case of letters.
     */
    text: string;
  };
  requestBodies: never;
  headers: {
    /** Send it back as `If-None-Match`; 304 means that nothing has changed for this person. */
    ETag: string;
  };
  pathItems: never;
};
/** @public */
export type $defs = Record<string, never>;
/** @public */
export interface operations {
  listClusters: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
        /** Kubernetes versions. */
        version?: components['schemas']['Texts'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClusterPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getCluster: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The ARN, encoded for a path. */
        clusterArn: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['ClusterDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
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
  listEksVersions: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The versions, the newest first. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['VersionCatalog'];
        };
      };
      401: components['responses']['Unauthorized'];
      403: components['responses']['Forbidden'];
    };
  };
  listEndpoints: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        endpointKind?: components['schemas']['Texts'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
        /** Only endpoints in service that have had no request in the last hours. */
        withoutTraffic?: boolean;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndpointPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getEndpoint: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The ARN, encoded for a path. */
        endpointArn: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EndpointDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
  getEntityInventory: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** Of the entity. */
        kind: string;
        /** Of the entity. */
        name: string;
        /** Of the entity. */
        namespace: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['EntityInventory'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
  getFacets: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        kind: components['schemas']['InventoryKind'];
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InventoryFacets'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  listGpuPools: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** Only pools with idle pieces. */
        idle?: boolean;
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Resource names, such as `nvidia.com/gpu`. */
        resource?: components['schemas']['Texts'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GpuPoolPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getGpuPool: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id, encoded for a path. */
        poolId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['GpuPoolDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
  listHistory: {
    parameters: {
      query?: {
        id?: string;
        kind?: components['schemas']['InventoryKind'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        /** ISO 8601 */
        since?: string;
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['HistoryPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  listNodes: {
    parameters: {
      query?: {
        /** Only nodes with accelerators. */
        accelerators?: boolean;
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** Only nodes with idle accelerators. */
        idle?: boolean;
        instanceType?: components['schemas']['Texts'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['NodePage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getOverview: {
    parameters: {
      query?: {
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['InventoryOverview'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  listPendingDemand: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Resource names, such as `nvidia.com/gpu`. */
        resource?: components['schemas']['Texts'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['PendingDemandPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
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
  listRayClusters: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayClusterPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getRayCluster: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id, encoded for a path. */
        rayClusterId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayClusterDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
  listRayJobs: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** As Ray spells them, such as `FAILED`. */
        jobStatus?: components['schemas']['Texts'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayJobPage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getRayJob: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id, encoded for a path. */
        rayJobId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayJobDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
    };
  };
  listRayServices: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** Codes of causes, such as `NodeCreationFailure`. One of several suffices. */
        cause?: components['parameters']['cause'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** Kubernetes namespaces. One of several suffices. */
        namespace?: components['parameters']['namespace'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        order?: components['parameters']['order'];
        /** Entity references of owners. One of several suffices. */
        owner?: components['parameters']['owner'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        /** Default `status`, the worst first. Things without the value come last. */
        sort?: components['parameters']['inventorySort'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayServicePage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
    };
  };
  getRayService: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id, encoded for a path. */
        rayServiceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['RayServiceDetail'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenInventory'];
      404: components['responses']['NotInInventory'];
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
  listSources: {
    parameters: {
      query?: {
        /** AWS accounts. One of several suffices. */
        accountId?: components['parameters']['accountId'];
        /** ARNs of clusters. One of several suffices. */
        clusterArn?: components['parameters']['clusterArn'];
        /** How many are given; default 20. */
        limit?: components['parameters']['limit'];
        /** How many are skipped; default 0. */
        offset?: components['parameters']['offset'];
        /** AWS regions. One of several suffices. */
        region?: components['parameters']['region'];
        sourceKind?: components['schemas']['Texts'];
        /** Health. One of several suffices. */
        status?: components['parameters']['status'];
        /**
         * Words that name, namespace, cluster, account, region or owner must hold, in any
         *     case of letters.
         */
        text?: components['parameters']['text'];
      };
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** One page. */
      200: {
        headers: {
          ETag: components['headers']['ETag'];
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourcePage'];
        };
      };
      304: components['responses']['NotModified'];
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenSources'];
    };
  };
  checkSource: {
    parameters: {
      query?: never;
      header?: never;
      path: {
        /** The id, encoded for a path. */
        sourceId: string;
      };
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** The answer. */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          'application/json': components['schemas']['SourceCheckAnswer'];
        };
      };
      400: components['responses']['BadRequest'];
      401: components['responses']['Unauthorized'];
      403: components['responses']['ForbiddenSources'];
      404: components['responses']['NotInInventory'];
      409: components['responses']['NoCollector'];
    };
  };
}
