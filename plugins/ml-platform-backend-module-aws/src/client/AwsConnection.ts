import { CloudWatchClient } from '@aws-sdk/client-cloudwatch';
import { EKSClient } from '@aws-sdk/client-eks';
import { ResourceGroupsTaggingAPIClient } from '@aws-sdk/client-resource-groups-tagging-api';
import { SageMakerClient } from '@aws-sdk/client-sagemaker';
import { STSClient } from '@aws-sdk/client-sts';
import { AwsCallError } from './AwsCallError';
import { MemoizedCredentials } from './memoizeCredentials';
import { RequestBudget } from './RequestBudget';
import { AwsCredentialIdentityProvider } from './types';

/** One request may take so long; a call with its repetitions a little more. */
const REQUEST_MS = 20_000;
const CALL_MS = 60_000;
const CONNECT_MS = 5_000;
const ATTEMPTS = 4;

interface MiddlewareStack {
  add(
    middleware: (next: (args: any) => Promise<any>) => (args: any) => any,
    options: { step: 'deserialize'; name: string },
  ): void;
}

/**
 * The clients of one source, made when first needed and kept: their connections stay
 * open, and the adaptive retry of each learns the rate that AWS allows.
 */
export class AwsConnection {
  readonly #clients = new Map<string, { destroy(): void }>();
  #onRequest: () => void = () => {};

  constructor(
    private readonly options: {
      region: string;
      credentials: MemoizedCredentials;
      /** How often a call is tried. Defaults to 4. */
      attempts?: number;
      /** How long one try may take. Defaults to 20 s. */
      requestMs?: number;
      /** Without it requests go out as they come. */
      budget?: RequestBudget;
    },
  ) {}

  get eks(): EKSClient {
    return this.#client('eks', settings => new EKSClient(settings));
  }

  get sagemaker(): SageMakerClient {
    return this.#client('sagemaker', settings => new SageMakerClient(settings));
  }

  get cloudwatch(): CloudWatchClient {
    return this.#client(
      'cloudwatch',
      settings => new CloudWatchClient(settings),
    );
  }

  get tagging(): ResourceGroupsTaggingAPIClient {
    return this.#client(
      'tagging',
      settings => new ResourceGroupsTaggingAPIClient(settings),
    );
  }

  get sts(): STSClient {
    return this.#client('sts', settings => new STSClient(settings));
  }

  /** Tells of each request that goes out, repetitions included. */
  onRequest(listener: () => void): void {
    this.#onRequest = listener;
  }

  /**
   * Makes a call, with a deadline.
   *
   * @param action - the IAM action that it needs
   * @throws AwsCallError; the signal's reason when the caller gave up
   */
  async call<Output>(
    action: string,
    signal: AbortSignal,
    send: (options: { abortSignal: AbortSignal }) => Promise<Output>,
  ): Promise<Output> {
    signal.throwIfAborted();
    const deadline = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
    let onAbort: (() => void) | undefined;
    // The wait between two attempts knows nothing of signals.
    const aborted = new Promise<never>((_resolve, reject) => {
      onAbort = () => reject(deadline.reason);
      deadline.addEventListener('abort', onAbort);
    });
    try {
      return await Promise.race([send({ abortSignal: deadline }), aborted]);
    } catch (error) {
      signal.throwIfAborted();
      const failure = new AwsCallError(action, error);
      if (failure.kind === 'credentials') {
        // Clients keep credentials without an end for ever, revoked ones until theirs.
        this.options.credentials.forget();
        this.destroy();
      }
      throw failure;
    } finally {
      deadline.removeEventListener('abort', onAbort!);
    }
  }

  destroy(): void {
    this.#clients.forEach(client => client.destroy());
    this.#clients.clear();
  }

  #client<Client extends { destroy(): void; middlewareStack: unknown }>(
    name: string,
    create: (settings: ClientSettings) => Client,
  ): Client {
    const known = this.#clients.get(name);
    if (known) {
      return known as Client;
    }
    const {
      region,
      credentials,
      attempts = ATTEMPTS,
      requestMs = REQUEST_MS,
    } = this.options;
    const client = create({
      region,
      credentials,
      retryMode: 'adaptive',
      maxAttempts: attempts,
      requestHandler: {
        connectionTimeout: CONNECT_MS,
        requestTimeout: requestMs,
        throwOnRequestTimeout: true,
      },
      customUserAgent: 'backstage-ml-platform',
    });
    (client.middlewareStack as MiddlewareStack).add(
      next => async args => {
        await this.options.budget?.take();
        this.#onRequest();
        return next(args);
      },
      // Within the retries, so that each attempt counts.
      { step: 'deserialize', name: 'countRequests' },
    );
    this.#clients.set(name, client);
    return client;
  }
}

interface ClientSettings {
  region: string;
  credentials: AwsCredentialIdentityProvider;
  retryMode: 'adaptive';
  maxAttempts: number;
  requestHandler: {
    connectionTimeout: number;
    requestTimeout: number;
    throwOnRequestTimeout: boolean;
  };
  customUserAgent: string;
}
