import { UrlReaders } from '@backstage/backend-defaults/urlReader';
import { mockServices } from '@backstage/backend-test-utils';
import { ConfigReader } from '@backstage/config';
import { ScmIntegrations } from '@backstage/integration';
import { TestSandbox, startTestSandbox } from './__testUtils__/testSandbox';

/** The portal's own reader, configured as the portal configures it. */
describe('the URL reader of the portal', () => {
  let sandbox: TestSandbox;
  let config: ConfigReader;

  beforeAll(async () => {
    sandbox = await startTestSandbox({ seed: true });
    config = new ConfigReader({
      integrations: {
        github: [
          {
            host: new URL(sandbox.url).host,
            apiBaseUrl: sandbox.apiUrl,
            rawBaseUrl: `${sandbox.url}/raw`,
            token: sandbox.integrationToken,
          },
        ],
      },
    });
  });
  afterAll(() => sandbox.stop());

  const reader = () =>
    UrlReaders.default({ config, logger: mockServices.logger.mock() });

  it('reads a file, and only once if it did not change', async () => {
    const url = `${sandbox.url}/acme/organization/blob/main/org.yaml`;
    const response = await reader().readUrl(url);
    expect((await response.buffer()).toString()).toContain('name: dana');
    expect(response.etag).toBeTruthy();
    await expect(
      reader().readUrl(url, { etag: response.etag }),
    ).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it('reads in the name of whoever brings a token', async () => {
    const url = `${sandbox.url}/acme/ml-infra/blob/main/root.hcl`;
    const token = sandbox.tokenFor('dana');
    const response = await reader().readUrl(url, { token });
    expect((await response.buffer()).toString()).toContain('remote_state');
    await expect(reader().readUrl(url, { token: 'wrong' })).rejects.toThrow(
      '401',
    );
  });

  it('says what is not there', async () => {
    const url = `${sandbox.url}/acme/ml-infra/blob/main/nothing.yaml`;
    await expect(reader().readUrl(url)).rejects.toMatchObject({
      name: 'NotFoundError',
    });
  });

  it('finds entities by a glob', async () => {
    const url = `${sandbox.url}/acme/ml-infra/blob/main/env/*/catalog/*.yaml`;
    const { files, etag } = await reader().search(url);
    expect(files.map(file => file.url.split('/blob/main/')[1])).toEqual([
      'env/dev/catalog/cluster-mlops.yaml',
      'env/dev/catalog/workload-feast.yaml',
      'env/dev/catalog/workload-mlflow.yaml',
      'env/dev/catalog/workload-nightly-eval.yaml',
      'env/dev/catalog/workload-vllm.yaml',
      'env/prod/catalog/cluster-mlops.yaml',
      'env/prod/catalog/workload-mlflow.yaml',
      'env/prod/catalog/workload-ray-serve.yaml',
      'env/prod/catalog/workload-triton.yaml',
    ]);
    expect((await files[1].content()).toString()).toContain('name: dev-feast');
    await expect(reader().search(url, { etag })).rejects.toMatchObject({
      name: 'NotModifiedError',
    });
  });

  it('reads a tree from the archive', async () => {
    const url = `${sandbox.url}/acme/ml-infra/tree/main/env/dev/aws`;
    const tree = await reader().readTree(url);
    const files = await tree.files();
    expect(files.map(({ path }) => path).sort()).toEqual([
      'eks/terragrunt.hcl',
      'irsa-ml-workloads/terragrunt.hcl',
      'user-profiles/terragrunt.hcl',
      'vpc/terragrunt.hcl',
    ]);
    const filtered = await reader().readTree(url, {
      filter: path => path.startsWith('eks'),
    });
    expect(await filtered.files()).toHaveLength(1);
  });

  it('agrees on addresses with the integrations', async () => {
    const integrations = ScmIntegrations.fromConfig(config);
    const base = `${sandbox.url}/acme/ml-infra/blob/main/catalog-info.yaml`;
    const other = integrations.resolveUrl({ url: './root.hcl', base });
    expect(other).toBe(`${sandbox.url}/acme/ml-infra/tree/main/root.hcl`);
    expect(
      (await (await reader().readUrl(other)).buffer()).length,
    ).toBeGreaterThan(0);
    const raw = await fetch(`${sandbox.url}/raw/acme/ml-infra/main/root.hcl`, {
      headers: { authorization: `token ${sandbox.integrationToken}` },
    });
    expect([raw.status, raw.headers.get('content-type')]).toEqual([
      200,
      'text/plain; charset=utf-8',
    ]);
  });
});
