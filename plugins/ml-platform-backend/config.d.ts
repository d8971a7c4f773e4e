export interface Config {
  /** ML Platform: the inventory of clusters, GPUs, Ray and SageMaker. */
  mlPlatform?: {
    /** How the state of things is collected and judged. */
    collectors?: {
      /**
       * Whether this backend collects. Switched off, a replica only answers from the
       * database. Defaults to true.
       */
      enabled?: boolean;
      /** Days that changes of health are kept. Defaults to 30. */
      historyDays?: number;
      /** Times after which a state that is fine for a while is not. */
      limits?: {
        /** Minutes after which something on its way counts as degraded. Defaults to 15. */
        progressingMinutes?: number;
        /** Intervals without success after which a source is stale. Defaults to 3. */
        staleIntervals?: number;
        /** Minutes that a pod may wait for an accelerator before it is a warning. Defaults to 10. */
        pendingAcceleratorMinutes?: number;
        /** Days of standard support left from which a version is pointed out. Defaults to 60. */
        versionSupportDays?: number;
      };
    };
    /** What owners are told by Backstage's notifications. */
    notifications?: {
      /**
       * Whether owners are told when a thing of theirs turns failed and when it
       * recovers. Defaults to whether this backend has the notifications plugin; true
       * is for portals that run it in another backend.
       */
      enabled?: boolean;
    };
    /**
     * Whose a thing is. Set by what collectors see, never by annotations of entities.
     * The first of tags, sources and accounts that says something counts.
     */
    ownership?: {
      /**
       * Keys of AWS tags and of namespace labels that name the owner, as an entity
       * reference or the bare name of a group. Defaults to `backstage.io/owner`,
       * `owner` and `team`.
       */
      tags?: string[];
      /** Owners by the code a thing was made from. */
      sources?: Array<{
        /** The tag that names the code. Defaults to `source`. */
        tag?: string;
        /** How the tag's value begins, e.g. `acme/ml-infra//env/dev`. */
        prefix: string;
        /** Entity reference. */
        owner: string;
      }>;
      /** Owners by AWS account. */
      accounts?: Array<{
        /** Twelve digits. */
        id: string;
        /** Entity reference. */
        owner: string;
      }>;
    };
  };
}
