import { ResponseError } from '@backstage/errors';
import { renderInTestApp } from '@backstage/frontend-test-utils';
import {
  EntityProvider,
  entityRouteRef,
} from '@backstage/plugin-catalog-react';
import type {
  EntityInventory,
  HealthStatus,
  InventoryApi,
  InventoryItem,
  InventoryKind,
} from '@ml-platform/plugin-ml-platform-common';
import { screen } from '@testing-library/react';
import type { ReactNode } from 'react';
import { SWRConfig } from 'swr';
import { fakeMlPlatformApi } from '../__testUtils__/fakeMlPlatformApi';
import { inventoryApiRef, mlPlatformApiRef } from '../api';
import { EksClusterHealthCard } from './cards/EksClusterHealthCard';
import { GpuCapacityCard } from './cards/GpuCapacityCard';
import { MlWorkloadCard } from './cards/MlWorkloadCard';
import { SageMakerEndpointsCard } from './cards/SageMakerEndpointsCard';

const ARN = 'aws.amazon.com/amazon-sagemaker-endpoint-arn';
const WORKLOAD = 'ml-platform.io/workload';

function item<Kind extends InventoryKind>(
  kind: Kind,
  name: string,
  status: HealthStatus,
  more: object = {},
): InventoryItem<Kind> {
  return {
    kind,
    id: `arn:${name}`,
    name,
    sourceId: 'aws-sagemaker:test',
    accountId: '111122223333',
    region: 'eu-west-2',
    health: { status, causes: [] },
    observedAt: '2026-11-21T12:00:00Z',
    changedAt: '2026-11-21T12:00:00Z',
    facts: { kind: 'serverless', variants: [], components: [] },
    ...more,
  } as unknown as InventoryItem<Kind>;
}

const NOTHING: EntityInventory = {
  entityRef: 'component:default/thing',
  annotations: {},
  health: { status: 'unknown', causes: [] },
  clusters: [],
  gpuPools: [],
  endpoints: [],
  rayClusters: [],
  rayJobs: [],
  rayServices: [],
  pods: [],
  problems: [],
  sources: [],
};

function show(
  cards: ReactNode,
  options: {
    inventory?: Partial<EntityInventory>;
    error?: Error;
    annotations?: Record<string, string>;
    mlPlatform?: ReturnType<typeof fakeMlPlatformApi>;
  },
) {
  const { inventory, error, annotations = {} } = options;
  const getEntityInventory = jest.fn(async () => {
    if (error) {
      throw error;
    }
    return { ...NOTHING, annotations, ...inventory };
  });
  renderInTestApp(
    <SWRConfig value={{ provider: () => new Map() }}>
      <EntityProvider
        entity={{
          apiVersion: 'backstage.io/v1alpha1',
          kind: 'Component',
          metadata: { name: 'thing', annotations },
          spec: { type: 'service' },
        }}
      >
        {cards}
      </EntityProvider>
    </SWRConfig>,
    {
      apis: [
        [inventoryApiRef, { getEntityInventory } as unknown as InventoryApi],
        [mlPlatformApiRef, options.mlPlatform ?? fakeMlPlatformApi()],
      ],
      mountedRoutes: { '/catalog/:namespace/:kind/:name': entityRouteRef },
    },
  );
  return { getEntityInventory };
}

async function refusal(status: number, message: string): Promise<Error> {
  return await ResponseError.fromResponse(
    new Response(
      JSON.stringify({
        error: { name: 'NotAllowedError', message },
        response: { statusCode: status },
      }),
      { status, headers: { 'content-type': 'application/json' } },
    ),
  );
}

describe('a card', () => {
  it('folds several things into one status, the worst first, and asks once with its neighbours', async () => {
    const { getEntityInventory } = show(
      <>
        <SageMakerEndpointsCard />
        <EksClusterHealthCard />
        <GpuCapacityCard />
      </>,
      {
        annotations: { [ARN]: 'arn:a,arn:b' },
        inventory: {
          endpoints: [
            item('sagemaker-endpoint', 'a', 'healthy'),
            item('sagemaker-endpoint', 'b', 'failed', {
              health: {
                status: 'failed',
                causes: [
                  {
                    code: 'Failed',
                    status: 'failed',
                    message: 'The image could not be pulled.',
                    fix: 'Let the role read the repository.',
                    resource: { kind: 'sagemaker-endpoint', name: 'b' },
                  },
                ],
              },
            }),
          ],
        },
      },
    );
    expect(
      await screen.findByText('2 SageMaker endpoints: 1 failed, 1 healthy'),
    ).toBeInTheDocument();
    expect(
      screen
        .getAllByRole('link', { name: /^[ab]$/ })
        .map(link => [link.textContent, link.getAttribute('href')]),
    ).toEqual([
      ['b', '/ml-platform/sagemaker/arn%3Ab'],
      ['a', '/ml-platform/sagemaker/arn%3Aa'],
    ]);
    expect(
      screen.getByText('Let the role read the repository.', { exact: false }),
    ).toBeInTheDocument();
    expect(getEntityInventory.mock.calls).toEqual([
      [{ kind: 'Component', namespace: 'default', name: 'thing' }],
    ]);
  });

  it('says which line to add where there is no annotation', async () => {
    show(<SageMakerEndpointsCard />, {});
    expect(
      await screen.findByText(/No annotation says which SageMaker endpoint/),
    ).toBeInTheDocument();
    expect(document.body).toHaveTextContent(
      `${ARN}: arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranking`,
    );
  });

  it('says what is wrong with an annotation', async () => {
    show(<SageMakerEndpointsCard />, {
      annotations: { [ARN]: 'ranking' },
      inventory: {
        problems: [
          {
            annotation: ARN,
            value: 'ranking',
            message: 'This is no ARN of a SageMaker endpoint.',
          },
        ],
      },
    });
    expect(
      await screen.findByText('This is no ARN of a SageMaker endpoint.'),
    ).toBeInTheDocument();
    expect(screen.getByText(`${ARN}: ranking`)).toBeInTheDocument();
    expect(screen.queryByText(/No annotation/)).not.toBeInTheDocument();
  });

  it('tells a failing source and the age in quiet lines, of its own things alone', async () => {
    const note = (id: string) => ({
      id,
      title: `SageMaker of ${id}`,
      status: 'degraded' as const,
      lastSuccessAt: '2026-11-21T11:00:00Z',
      message: 'AWS refuses.',
    });
    show(<SageMakerEndpointsCard />, {
      annotations: { [ARN]: 'arn:a' },
      inventory: {
        endpoints: [
          item('sagemaker-endpoint', 'a', 'healthy', { stale: true }),
        ],
        sources: [note('aws-sagemaker:test'), note('kubernetes:other')],
      },
    });
    expect(await screen.findByText(/As of/)).toBeInTheDocument();
    expect(screen.getByRole('note')).toHaveTextContent('AWS refuses.');
  });

  it('says whom to ask without permission', async () => {
    show(<EksClusterHealthCard />, { error: await refusal(403, 'No.') });
    expect(
      await screen.findByText(/ask the people who run this portal/),
    ).toBeInTheDocument();
  });
});

describe('MlWorkloadCard', () => {
  const mlPlatform = () => {
    const api = fakeMlPlatformApi();
    api.getDeclared.mockResolvedValue({
      thing: {
        kind: 'workload',
        repository: 'ml-infra',
        environment: 'dev',
        name: 'vllm',
        file: 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl',
        line: 12,
        fileUrl: 'https://github.example/file#L12',
        pullRequest: {
          number: 7,
          url: 'https://github.example/pull/7',
          title: 'Give vllm the bucket models',
          change: 'workload',
        },
      },
      template: 'irsa-ml-workload',
      formData: {
        namespace: 'inference',
        serviceAccount: 'vllm',
        s3Access: { bucketArns: ['arn:aws:s3:::models'], readOnly: true },
      },
      base: { branch: 'main', commit: '0123456789' },
      unshown: [],
    });
    return api;
  };

  it('tells service account, role, access, cluster, pods and the open pull request', async () => {
    const api = mlPlatform();
    show(<MlWorkloadCard />, {
      mlPlatform: api,
      annotations: { [WORKLOAD]: 'ml-infra/dev/vllm' },
      inventory: {
        clusters: [item('eks-cluster', 'mlops-dev', 'healthy')],
        pods: [
          item('pod', 'vllm-1', 'healthy', {
            facts: { node: 'ip-1', requests: { 'nvidia.com/gpu': 1 } },
          }),
          item('pod', 'vllm-2', 'healthy', {
            facts: { requests: { 'nvidia.com/gpu': 1 } },
          }),
        ],
      },
    });
    expect(
      await screen.findByText('Lists and reads all objects in bucket models.'),
    ).toBeInTheDocument();
    expect(api.getDeclared).toHaveBeenCalledWith({
      kind: 'workload',
      repository: 'ml-infra',
      environment: 'dev',
      name: 'vllm',
    });
    expect(screen.getByText('dev-vllm-irsa')).toBeInTheDocument();
    expect(
      await screen.findByText('in account 111122223333'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('1 pod with GPUs on ip-1; 1 pod waits for GPUs.'),
    ).toBeInTheDocument();
    expect(
      screen.getByText('Pull request #7 would change it'),
    ).toBeInTheDocument();
    expect(screen.getByRole('link', { name: 'Change it' })).toHaveAttribute(
      'href',
      '/ml-platform/change/workload/ml-infra/dev/vllm',
    );
  });

  it.each([
    ['vllm', /This names no workload/],
    [undefined, /No annotation says which declared workload/],
  ])('with the annotation %s', async (annotation, words) => {
    show(<MlWorkloadCard />, {
      annotations: annotation ? { [WORKLOAD]: annotation } : {},
    });
    expect(await screen.findByText(words)).toBeInTheDocument();
  });

  it('tells in a quiet line that the repository cannot be read', async () => {
    const api = mlPlatform();
    api.getDeclared.mockRejectedValue(new Error('GitHub does not answer'));
    show(<MlWorkloadCard />, {
      mlPlatform: api,
      annotations: { [WORKLOAD]: 'ml-infra/dev/vllm' },
    });
    expect(await screen.findByRole('note')).toHaveTextContent(
      'How it is declared could not be read: GitHub does not answer',
    );
  });
});
