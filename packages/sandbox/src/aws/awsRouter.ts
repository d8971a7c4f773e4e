import { Request, Response, Router, raw } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { randomUUID } from 'node:crypto';
import { AwsFault, AwsFaultList } from './AwsFault';
import { RequestCounts } from './RequestCounts';
import { Fleet, Json } from '../fleet/types';
import { AwsAnswer, failure, success } from './answers';
import { AwsAuthority } from './AwsAuthority';
import { AwsError } from './AwsError';
import { faultError } from './awsFaults';
import { eksOperation } from './eks/eksRoutes';
import { AwsService, EKS, STS, serviceOfTarget } from './services';

const SLOW_MS = 5_000;

export interface AwsRouterOptions {
  fleet: Fleet;
  authority: AwsAuthority;
  faults: AwsFaultList;
  counts: RequestCounts;
}

interface Asked {
  service: AwsService;
  operation: string;
  input: Json;
}

/** AWS, for clients whose `AWS_ENDPOINT_URL` names where this is mounted. */
export function awsRouter(options: AwsRouterOptions): Router {
  const router = Router();
  router.use(raw({ type: () => true, limit: '10mb' }));
  router.use(async (request, response) => {
    const requestId = randomUUID();
    const asked = askedBy(request);
    const { protocol } = asked instanceof AwsError ? EKS : asked.service;
    try {
      if (asked instanceof AwsError) throw asked;
      await answer(options, asked, request, response, requestId);
    } catch (error) {
      const refusal =
        error instanceof AwsError
          ? error
          : new AwsError('InternalFailure', String(error), 500);
      send(response, failure(protocol, refusal, requestId));
    }
  });
  return router;
}

async function answer(
  options: AwsRouterOptions,
  asked: Asked,
  request: Request,
  response: Response,
  requestId: string,
): Promise<void> {
  const { fleet, authority, faults, counts } = options;
  const { service, operation, input } = asked;
  const action = `${service.iam}:${operation}`;
  counts.add(action);
  const [path, query = ''] = splitOnce(request.originalUrl, '?');
  const {
    identity,
    region,
    service: scope,
  } = authority.verify({
    method: request.method,
    path,
    query,
    headers: request.headers,
    body: bodyOf(request),
  });
  if (scope !== service.signingName) {
    throw new AwsError(
      'InvalidSignatureException',
      `Credential should be scoped to correct service: '${service.signingName}'. `,
      403,
    );
  }
  const { accountId } = identity;
  const fault = faults.take({ action, account: accountId, region });
  if (fault) {
    const error = faultError(fault, { service, action, identity, region });
    if (error) throw error;
    if (fault.kind === 'disconnect') {
      request.socket.destroy();
      return;
    }
    if (fault.kind === 'silence') return;
    if (fault.kind === 'slow') await sleep(fault.delayMs ?? SLOW_MS);
  }
  const handler = service.operations[operation];
  if (!handler) throw unknownOperation(operation);
  const call = { fleet, authority, identity, accountId, region, input };
  const good = success(service.protocol, operation, handler(call), requestId);
  send(response, fault ? brokenBy(fault, good) : good);
}

/** Which operation of which service a request asks for. */
function askedBy(request: Request): Asked | AwsError {
  const body = bodyOf(request);
  const target = request.headers['x-amz-target'];
  const [path, query = ''] = splitOnce(request.url, '?');
  try {
    if (typeof target === 'string') {
      const [prefix, operation = ''] = target.split('.');
      const service = serviceOfTarget(prefix);
      if (!service) return unknownOperation(target);
      return { service, operation, input: JSON.parse(body.toString() || '{}') };
    }
    const form = new URLSearchParams(
      request.method === 'POST' ? body.toString() : query,
    );
    const operation = form.get('Action');
    if (path === '/' && operation) {
      return { service: STS, operation, input: Object.fromEntries(form) };
    }
    const found = eksOperation(request.method, path, query, body);
    return found
      ? { service: EKS, ...found }
      : unknownOperation(`${request.method} ${path}`);
  } catch (error) {
    return new AwsError('SerializationException', String(error), 400);
  }
}

function unknownOperation(what: string): AwsError {
  return new AwsError(
    'UnknownOperationException',
    `The sandbox does not answer ${what}.`,
    404,
  );
}

/** The answer breaks off in its middle, and pretends to be whole. */
function brokenBy(fault: AwsFault, good: AwsAnswer): AwsAnswer {
  return fault.kind === 'malformed'
    ? { ...good, text: good.text.slice(0, Math.ceil(good.text.length / 2)) }
    : good;
}

function send(response: Response, { status, headers, text }: AwsAnswer): void {
  response.writeHead(status, {
    ...headers,
    'content-length': Buffer.byteLength(text),
  });
  response.end(text);
}

function bodyOf(request: Request): Buffer {
  return Buffer.isBuffer(request.body) ? request.body : Buffer.alloc(0);
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}
