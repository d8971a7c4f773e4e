import { createServer, IncomingMessage, Server } from 'node:http';
import { AddressInfo } from 'node:net';

/** An answer that is an error, as AWS words it. */
export class FakeAwsError {
  constructor(
    readonly type: string,
    readonly message: string,
    readonly status: number = 400,
  ) {}
}

/** What an operation answers to its input; it may throw a FakeAwsError. */
export type FakeOperation = (input: any) => unknown;

/** An operation that answers it never answers. */
export const HANG = { hang: true };

const EKS_ROUTES: [string, RegExp, string, string[]][] = [
  ['GET', /^\/clusters$/, 'ListClusters', []],
  ['GET', /^\/clusters\/([^/]+)$/, 'DescribeCluster', ['name']],
  ['GET', /^\/clusters\/([^/]+)\/node-groups$/, 'ListNodegroups', ['cluster']],
  [
    'GET',
    /^\/clusters\/([^/]+)\/node-groups\/([^/]+)$/,
    'DescribeNodegroup',
    ['cluster', 'name'],
  ],
  ['GET', /^\/clusters\/([^/]+)\/addons$/, 'ListAddons', ['cluster']],
  [
    'GET',
    /^\/clusters\/([^/]+)\/addons\/([^/]+)$/,
    'DescribeAddon',
    ['cluster', 'name'],
  ],
  ['GET', /^\/addons\/supported-versions$/, 'DescribeAddonVersions', []],
  ['GET', /^\/cluster-versions$/, 'DescribeClusterVersions', []],
  ['POST', /^\/clusters\/([^/]+)\/insights$/, 'ListInsights', ['cluster']],
  [
    'GET',
    /^\/clusters\/([^/]+)\/insights\/([^/]+)$/,
    'DescribeInsight',
    ['cluster', 'id'],
  ],
  ['GET', /^\/clusters\/([^/]+)\/updates$/, 'ListUpdates', ['cluster']],
  [
    'GET',
    /^\/clusters\/([^/]+)\/updates\/([^/]+)$/,
    'DescribeUpdate',
    ['cluster', 'id'],
  ],
];

/**
 * AWS over HTTP as far as the tests need it: what an operation answers is said by the
 * test, and what was asked is remembered. `AWS_ENDPOINT_URL` names it while it runs.
 */
export class FakeAws {
  readonly calls: { operation: string; input: any; accessKeyId?: string }[] =
    [];
  readonly operations: Record<string, FakeOperation> = {
    GetCallerIdentity: () => ({
      Account: '111122223333',
      Arn: 'arn:aws:sts::111122223333:assumed-role/reader/backstage',
    }),
  };
  readonly #server: Server;
  #environment: NodeJS.ProcessEnv = {};

  constructor() {
    this.#server = createServer(async (request, response) => {
      const { operation, input, isQuery } = await readCall(request);
      const [, accessKeyId] =
        /Credential=(\w+)/.exec(request.headers.authorization ?? '') ?? [];
      this.calls.push({ operation, input, accessKeyId });
      try {
        const answer = this.operations[operation]?.(input);
        if (answer === undefined) {
          throw new FakeAwsError('UnknownOperationException', '', 404);
        }
        if (typeof answer === 'string') {
          response.end(answer);
        } else if (answer !== HANG) {
          response.end(
            isQuery ? xml(operation, answer as object) : JSON.stringify(answer),
          );
        }
      } catch (error) {
        const { type, message, status } = error as FakeAwsError;
        response.writeHead(status, { 'x-amzn-errortype': type });
        response.end(
          isQuery
            ? `<ErrorResponse><Error><Type>Sender</Type><Code>${type}</Code><Message>${message}</Message></Error></ErrorResponse>`
            : JSON.stringify({ __type: type, message }),
        );
      }
    });
  }

  /** How often an operation was asked since the last reset. */
  count(operation: string): number {
    return this.calls.filter(call => call.operation === operation).length;
  }

  async start(): Promise<void> {
    await new Promise<void>(resolve =>
      this.#server.listen(0, '127.0.0.1', resolve),
    );
    const { port } = this.#server.address() as AddressInfo;
    this.#environment = { ...process.env };
    Object.assign(process.env, {
      AWS_ENDPOINT_URL: `http://127.0.0.1:${port}`,
      AWS_ACCESS_KEY_ID: 'AKIAIOSFODNN7EXAMPLE',
      AWS_SECRET_ACCESS_KEY: 'secret',
      AWS_EC2_METADATA_DISABLED: 'true',
    });
  }

  async stop(): Promise<void> {
    process.env = this.#environment;
    this.#server.closeAllConnections();
    await new Promise(resolve => this.#server.close(resolve));
  }
}

async function readCall(request: IncomingMessage) {
  const chunks: Buffer[] = [];
  for await (const chunk of request) {
    chunks.push(chunk as Buffer);
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const target = request.headers['x-amz-target'];
  if (target) {
    return {
      operation: String(target).split('.')[1],
      input: JSON.parse(body),
      isQuery: false,
    };
  }
  const url = new URL(request.url!, 'http://fake');
  const form = new URLSearchParams(body);
  if (form.has('Action')) {
    return {
      operation: form.get('Action')!,
      input: Object.fromEntries(form),
      isQuery: true,
    };
  }
  for (const [method, pattern, operation, names] of EKS_ROUTES) {
    const match = pattern.exec(url.pathname);
    if (match && request.method === method) {
      const parameters = Object.fromEntries(
        names.map((name, index) => [
          name,
          decodeURIComponent(match[index + 1]),
        ]),
      );
      return {
        operation,
        input: {
          ...Object.fromEntries(url.searchParams),
          ...(body ? JSON.parse(body) : {}),
          ...parameters,
        },
        isQuery: false,
      };
    }
  }
  return {
    operation: `${request.method} ${url.pathname}`,
    input: {},
    isQuery: false,
  };
}

function xml(operation: string, answer: object): string {
  const fields = (shape: object): string =>
    Object.entries(shape)
      .map(
        ([key, value]) =>
          `<${key}>${
            typeof value === 'object' ? fields(value) : value
          }</${key}>`,
      )
      .join('');
  return `<${operation}Response><${operation}Result>${fields(
    answer,
  )}</${operation}Result></${operation}Response>`;
}
