export interface Config {
  /** ML Platform: the inventory of clusters, GPUs, Ray and SageMaker. */
  mlPlatform?: {
    /** What is collected from Kubernetes clusters. */
    kubernetes?: {
      /**
       * Whether the EKS clusters that the inventory knows are asked. Defaults to true.
       */
      eks?: boolean;
      /**
       * Threads in which clusters are collected, at most; there is another one for
       * every 25 clusters. 0: the backend's own thread does it, which then holds up
       * requests while it reads long lists. Defaults to one less than the processors,
       * at least 1 and at most 4.
       */
      threads?: number;
      /**
       * Clusters that are not found through EKS, or are to be reached in another way
       * than EKS says.
       */
      clusters?: Array<{
        /** Name of the cluster, as the annotation `ml-platform.io/cluster` has it. */
        name: string;
        /**
         * ARN of an EKS cluster. What stands here then takes the place of what EKS
         * says of its endpoint, and its token is that of EKS unless one is given.
         */
        arn?: string;
        /** `https://` address of the API server. */
        url: string;
        /** Certificate of the authority behind the API server's: PEM in base64. */
        caData?: string;
        /** The same as a file of PEM text. */
        caFile?: string;
        /**
         * Takes whatever certificate the API server shows. For trials only: tokens go
         * to whoever answers. Defaults to false.
         */
        skipTLSVerify?: boolean;
        /**
         * Token of a service account that the README's ClusterRole is bound to.
         * @visibility secret
         */
        serviceAccountToken?: string;
        /** File with such a token, read again every minute. */
        serviceAccountTokenFile?: string;
        /** Account to show, twelve digits in quotes. Defaults to that of the ARN. */
        accountId?: string;
        /** Region to show. Defaults to that of the ARN. */
        region?: string;
      }>;
    };
  };
}
