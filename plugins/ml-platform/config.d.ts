export interface Config {
  mlPlatform?: {
    /**
     * Links that pages of the fleet carry to places outside: dashboards, logs.
     *
     * @deepVisibility frontend
     */
    links?: Array<{
      /** What the link reads: `Grafana`. */
      title: string;
      /**
       * Its address, with placeholders. A link with a placeholder that a page has no
       * value for is left out there.
       *
       * - cluster: `{name}`, `{arn}`, `{accountId}`, `{region}`
       * - node: `{name}`, `{cluster}`, `{instanceId}`, `{region}`
       * - gpu-pool: `{name}`, `{cluster}`, `{nodeGroup}`, `{resource}`, `{accountId}`,
       *   `{region}`
       * - ray-cluster, ray-job, ray-service: `{name}`, `{namespace}`, `{cluster}`,
       *   `{accountId}`, `{region}`
       * - endpoint: `{name}`, `{arn}`, `{accountId}`, `{region}`
       *
       * @example https://grafana.example/d/eks?var-cluster={name}
       */
      url: string;
      /** The pages that carry it. */
      on: Array<
        | 'cluster'
        | 'node'
        | 'gpu-pool'
        | 'ray-cluster'
        | 'ray-job'
        | 'ray-service'
        | 'endpoint'
      >;
    }>;
  };
}
