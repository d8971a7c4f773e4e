export interface Config {
  /** ML Platform: the infrastructure repositories people may change through forms. */
  mlPlatform?: {
    /** Infrastructure repositories which templates may name by their id. */
    repositories?: Array<{
      /** Short name used in forms, annotations and URLs; lower-case letters, digits and dashes. */
      id: string;
      /** Name shown to people. Defaults to the id. */
      title?: string;
      /**
       * The repository, in Backstage's form `<host>?owner=<owner>&repo=<name>`, e.g.
       * `github.com?owner=acme&repo=ml-infra`. The host must be in `integrations.github`.
       */
      repoUrl: string;
      /** Branch pull requests are opened against. Defaults to the repository's default branch. */
      baseBranch?: string;
      /**
       * GitHub logins asked to review every pull request, besides the code owners GitHub asks itself.
       * The author of a pull request is left out.
       */
      reviewers?: string[];
      /** Slugs of GitHub teams of the repository's organisation asked to review every pull request. */
      teamReviewers?: string[];
      /** Labels put on pull requests. Defaults to `[ml-platform]`. */
      labels?: string[];
      /** Open pull requests as drafts. Defaults to false. */
      draft?: boolean;
      /**
       * Where things are in the repository. Paths may hold the placeholders `{environment}`, `{kind}`
       * and `{name}`. Each key has a default, so only what differs needs to be given.
       */
      layout?: {
        /** Glob which finds every environment's variables; the one `*` is the environment's name. Defaults to `env/*\/env.yaml`. */
        environments?: string;
        /**
         * File with an environment's variables: YAML or JSON, or HCL (`.hcl`, `.tf`, `.tfvars`), by the
         * ending of its name. Defaults to `env/{environment}/env.yaml`.
         */
        environmentFile?: string;
        /** Catalog entity written for each thing. Defaults to `env/{environment}/catalog/{kind}-{name}.yaml`. */
        catalogEntity?: string;
        /** Where workloads are declared. */
        workloads?: {
          /** File. Defaults to `env/{environment}/aws/irsa-ml-workloads/terragrunt.hcl`. */
          file?: string;
          /** Attribute in that file, its parts joined by dots. Defaults to `inputs.workloads`. */
          attribute?: string;
        };
        /** Where user profiles are declared. */
        profiles?: {
          /** File. Defaults to `env/{environment}/aws/user-profiles/terragrunt.hcl`. */
          file?: string;
          /** Attribute in that file, its parts joined by dots. Defaults to `inputs.profiles`. */
          attribute?: string;
        };
        /** Unit of an environment's VPC. Defaults to `aws/vpc/terragrunt.hcl` beside `environmentFile`. */
        network?: string;
        /** Unit of an environment's cluster. Defaults to `aws/eks/terragrunt.hcl` beside `environmentFile`. */
        cluster?: string;
        /** Unit of a further cluster, with `{name}`. Defaults to `aws/eks-{name}/terragrunt.hcl` beside `environmentFile`. */
        furtherCluster?: string;
        /**
         * Unit of a platform tool, which `{name}` stands for. Defaults to
         * `env/{environment}/platform/{name}/terragrunt.hcl`.
         */
        tools?: string;
        /**
         * What the `source` of a Terraform module begins with in the units that are written; the path of
         * the module (`aws/eks`, `platform/mlflow`) follows, or takes the place of `{module}`. Defaults to
         * `${get_repo_root()}/modules//`, the folder `modules` of the repository itself (in an
         * `app-config.yaml` a `$` before a brace is written twice). Modules of another repository:
         * `git::https://github.com/acme/ml-modules.git//modules/{module}?ref=v1`.
         */
        modules?: string;
      };
      /**
       * Where an environment's variables stand: the path of a key in `layout.environmentFile`, its parts
       * joined by dots, or `<file>#<path>` for a key of another file, e.g.
       * `live/{environment}/account.hcl#locals.account_id`. In HCL a key that is not there is looked up in
       * `locals`.
       */
      environmentKeys?: {
        /** Name which resources are named by. Defaults to `environment`, else to the folder's name. */
        environment?: string;
        /** AWS region. Defaults to `region`. */
        region?: string;
        /** AWS account id (12 digits). Defaults to `aws_account_id`. */
        account?: string;
        /** Project the environment belongs to. Defaults to `project`. */
        project?: string;
        /** Name of the EKS cluster. Defaults to `cluster_name`. */
        cluster?: string;
        /** Domain under which the environment's tools are reached. Defaults to `domain_name`. */
        domain?: string;
      };
    }>;
    /** Rules for what may be asked for. */
    policy?: {
      /**
       * Repositories which templates may name by `repoUrl` although they are not in
       * `mlPlatform.repositories`; `*` stands for any characters within the owner or the name, e.g.
       * `github.com?owner=acme&repo=*`. New repositories may be made here alone, and people who may
       * read the portal's repositories can list the environments of these. Defaults to none.
       */
      allowedRepositories?: string[];
      /**
       * Kubernetes namespaces no workload may use. Defaults to the namespaces of Kubernetes itself and
       * `default`.
       */
      reservedNamespaces?: string[];
      /** Limits for clusters. What is left out is not limited. */
      clusters?: {
        /** AWS regions that clusters may be in, e.g. `[eu-west-2]`. */
        regions?: string[];
        /** Families of instance types (the part before the dot) for nodes, e.g. `[m7i, g5]`. */
        instanceFamilies?: string[];
        /** Most nodes of a cluster, the greatest sizes of its groups added up. */
        maxNodes?: number;
        /** Most vCPUs of a cluster with all those nodes. */
        maxVcpus?: number;
        /** Most GPUs and other accelerators of a cluster with all those nodes. */
        maxGpus?: number;
      };
      /**
       * Domains that e-mail addresses of user profiles may have, e.g. `[acme.example]`; a domain does
       * not stand for its subdomains. Defaults to any domain.
       */
      emailDomains?: string[];
      /**
       * Users of the catalog who may be named as approvers of profiles with the role Developer, e.g.
       * `[user:default/amara]`. Defaults to anybody but the requester.
       */
      developerApprovers?: string[];
    };
  };
}
