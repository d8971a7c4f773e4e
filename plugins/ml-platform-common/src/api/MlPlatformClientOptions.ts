/**
 * What the clients of the backend need; Backstage's discovery and fetch APIs fit.
 *
 * @public
 */
export interface MlPlatformClientOptions {
  discoveryApi: { getBaseUrl(pluginId: string): Promise<string> };
  fetchApi: { fetch: typeof fetch };
}
