import { ResponseError } from '@backstage/errors';
import createClient from 'openapi-fetch';
import type { paths } from './generated/openapi';
import type { MlPlatformClientOptions } from './MlPlatformClientOptions';

/** A client of the `ml-platform` backend that throws what the backend answers with. */
export async function openApiClient(options: MlPlatformClientOptions) {
  const { discoveryApi, fetchApi } = options;
  const client = createClient<paths>({
    baseUrl: await discoveryApi.getBaseUrl('ml-platform'),
    // Backstage's fetch middleware makes requests of what it is given and then
    // passes the original on: a body that can be read once is lost there.
    fetch: async request =>
      fetchApi.fetch(request.url, {
        method: request.method,
        headers: request.headers,
        signal: request.signal,
        body: request.method === 'GET' ? undefined : await request.text(),
      }),
  });
  client.use({
    // After this no answer without data reaches the caller.
    async onResponse({ response }) {
      if (!response.ok) {
        throw await ResponseError.fromResponse(response);
      }
    },
  });
  return client;
}
