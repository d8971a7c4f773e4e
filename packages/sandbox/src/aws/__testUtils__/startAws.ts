import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EKSClient } from '@aws-sdk/client-eks';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { STSClient } from '@aws-sdk/client-sts';
import express from 'express';
import { createServer } from 'node:http';
import { AddressInfo } from 'node:net';
import { AwsFaultList } from '../AwsFault';
import { RequestCounts } from '../RequestCounts';
import { createFleet } from '../../fleet/createFleet';
import { AwsAuthority } from '../AwsAuthority';
import { awsRouter } from '../awsRouter';
import { AwsKeys, sandboxKeys } from '../credentials';

// Clients are loaded from many files: slow where much runs at once.
jest.setTimeout(60_000);

export interface ClientOptions {
  accountId?: string;
  region?: string;
  credentials?: AwsKeys;
  maxAttempts?: number;
}

/** The emulated AWS alone, and real clients that are pointed at it. */
export async function startAws(
  options: { scale?: number; now?: () => Date } = {},
) {
  const fleet = createFleet({ scale: options.scale, now: options.now });
  const accountIds = fleet.accounts.map(({ id }) => id);
  const authority = new AwsAuthority({ accountIds });
  const faults = new AwsFaultList();
  const counts = new RequestCounts();
  const app = express();
  app.use('/aws', awsRouter({ fleet, authority, faults, counts }));
  const server = createServer(app);
  await new Promise<void>(done => {
    server.listen(0, '127.0.0.1', done);
  });
  const { port } = server.address() as AddressInfo;
  const url = `http://localhost:${port}/aws`;
  const configuration = (client: ClientOptions = {}) => ({
    endpoint: url,
    region: client.region ?? 'eu-west-2',
    credentials:
      client.credentials ?? sandboxKeys(client.accountId ?? '444455556666'),
    maxAttempts: client.maxAttempts ?? 1,
  });
  return {
    fleet,
    authority,
    faults,
    counts,
    url,
    eks: (client?: ClientOptions) => new EKSClient(configuration(client)),
    sageMaker: (client?: ClientOptions) =>
      new SageMakerClient(configuration(client)),
    cloudWatch: (client?: ClientOptions) =>
      new CloudWatchClient(configuration(client)),
    sts: (client?: ClientOptions) => new STSClient(configuration(client)),
    tagging: (client?: ClientOptions) =>
      new ResourceGroupsTaggingAPIClient(configuration(client)),
    close: () =>
      new Promise<void>(done => {
        server.close(() => done());
        server.closeAllConnections();
      }),
  };
}

export type TestAws = Awaited<ReturnType<typeof startAws>>;

/** Name, message and status of what a call was refused with. */
export async function refusalOf(
  call: Promise<unknown>,
): Promise<{ name: string; message: string; status?: number }> {
  try {
    await call;
  } catch (error) {
    const { name, message, $metadata } = error as Error & {
      $metadata?: { httpStatusCode?: number };
    };
    return { name, message, status: $metadata?.httpStatusCode };
  }
  throw new Error('The call was not refused');
}
