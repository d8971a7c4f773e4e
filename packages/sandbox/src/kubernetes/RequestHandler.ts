import { IncomingMessage, ServerResponse } from 'node:http';
import { AccessRefusal, forbidden, isAllowed } from './access';
import { answerAccessReview, answerSelfReview, readJson } from './accessReview';
import type { ApiServerOptions } from './ApiServer';
import { Authenticator, ClusterUser } from './Authenticator';
import { Discovery } from './discovery';
import { FaultSwitches } from './faults';
import { Selection, listPage } from './lists';
import { ObjectHistory } from './ObjectHistory';
import { OpenWatches } from './OpenWatches';
import { Reply, Spoil } from './Reply';
import { RequestInfo, accessRequestOf, requestInfo } from './requestInfo';
import { RequestCounts, RequestStats } from './RequestStats';
import { BUILT_IN_GROUPS, ResourceDefinition } from './resources';
import {
  StatusError,
  continueExpired,
  methodNotAllowed,
  notAcceptable,
  objectNotFound,
  pathNotFound,
  resourceNotFound,
  status,
  tooOldResourceVersion,
  unauthorized,
} from './Status';
import { versionInfo } from './versionInfo';
import { Watch } from './watches';

const HEALTH_PATHS = ['/healthz', '/livez', '/readyz'];

interface Answer {
  code: number;
  body: string;
  type?: string;
}

/** Answers the requests of one API server. */
export class RequestHandler {
  private readonly history: ObjectHistory;
  private readonly stats = new RequestStats();
  private readonly watches: OpenWatches;
  private readonly discovery: Discovery;
  private readonly authenticator: Authenticator;
  private held: (() => void)[] = [];

  constructor(
    private readonly options: ApiServerOptions,
    private readonly faults: FaultSwitches,
  ) {
    this.history = new ObjectHistory(options.objects, {
      events: options.historyEvents ?? 1000,
      snapshotMs: options.snapshotMs ?? 5 * 60_000,
    });
    this.watches = new OpenWatches(faults, bytes => {
      this.stats.bytesSent += bytes;
    });
    this.discovery = new Discovery(resource => this.serves(resource));
    this.authenticator = new Authenticator(options);
    faults.onChange(() => this.letGo());
  }

  async handle(
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    const reply = new Reply(request, response);
    const info = requestInfo(request.method ?? 'GET', request.url ?? '/');
    this.stats.asked(labelOf(info));
    await this.whileBlackHoled();
    try {
      const answer = await this.answer(request, info, reply);
      if (!answer) return;
      const spoil = this.spoilOf(info);
      this.stats.answered(answer.code);
      await reply.send(answer.code, answer.body, { type: answer.type, spoil });
    } catch (error) {
      await this.sendError(reply, error);
    } finally {
      this.stats.bytesSent += reply.bytes;
    }
  }

  counts(connections: number): RequestCounts {
    return this.stats.counts(connections, this.watches.count);
  }

  forgetHistory(): void {
    this.history.forget();
  }

  close(): void {
    this.history.close();
    this.watches.close();
  }

  private serves({ group, plural }: ResourceDefinition): boolean {
    if (BUILT_IN_GROUPS.includes(group)) return true;
    const absent = this.faults.all('absent').map(fault => fault.group);
    return !absent.includes(group) && this.options.objects.serves(plural);
  }

  /** @returns `undefined` when the answer is a stream that was begun */
  private async answer(
    request: IncomingMessage,
    info: RequestInfo,
    reply: Reply,
  ): Promise<Answer | undefined> {
    this.failOnPurpose(info);
    if (this.faults.take('expired-tokens')) throw unauthorized();
    const user = this.authenticator.authenticate(request);
    this.authorize(user, info);
    if (!info.resource) return this.answerPath(info.path);
    const { resource } = info;
    if (info.verb === 'create') return this.create(request, info, user);
    if (!this.discovery.hasGroup(resource.group, resource.version)) {
      throw pathNotFound();
    }
    const definition = this.discovery.find(resource.group, resource.plural);
    if (!definition) throw resourceNotFound();
    if (resource.subresource === 'proxy' && resource.plural === 'services') {
      return this.proxy(request, info);
    }
    if (resource.subresource !== undefined) throw resourceNotFound();
    if (!['get', 'list', 'watch'].includes(info.verb)) throw methodNotAllowed();
    refuseOtherMediaTypes(request);
    if (info.verb === 'get') return this.get(definition, info);
    const selection = selectionOf(definition, info);
    if (info.verb === 'list') return this.list(selection);
    this.watch(selection, reply);
    return undefined;
  }

  private authorize(user: ClusterUser, info: RequestInfo): void {
    const access = accessRequestOf(info);
    if (!isAllowed(access, user.rules, this.refusals())) {
      throw forbidden(user.username, access);
    }
  }

  private refusals(): AccessRefusal[] {
    return this.faults.all('forbid');
  }

  private answerPath(path: string): Answer {
    if (HEALTH_PATHS.includes(path)) {
      return { code: 200, body: 'ok', type: 'text/plain; charset=utf-8' };
    }
    if (path === '/version' || path === '/version/') {
      return json(versionInfo(this.options.version));
    }
    return json(this.discovery.answer(path));
  }

  private async create(
    request: IncomingMessage,
    { resource }: RequestInfo,
    user: ClusterUser,
  ): Promise<Answer> {
    const what = `${resource!.group}/${resource!.version}/${resource!.plural}`;
    switch (what) {
      case 'authorization.k8s.io/v1/selfsubjectaccessreviews':
        return json(
          answerAccessReview(await readJson(request), user, this.refusals()),
          201,
        );
      case 'authentication.k8s.io/v1/selfsubjectreviews':
        return json(answerSelfReview(user), 201);
      default:
        throw methodNotAllowed();
    }
  }

  private proxy(request: IncomingMessage, info: RequestInfo): Answer {
    const { namespace = '', name = '', rest = '/' } = info.resource!;
    if (!this.options.proxy) throw resourceNotFound();
    return this.options.proxy({
      namespace,
      service: name,
      method: request.method ?? 'GET',
      path: rest,
      query: info.query,
      headers: request.headers,
    });
  }

  private get(definition: ResourceDefinition, info: RequestInfo): Answer {
    const { namespace, name = '' } = info.resource!;
    const key = namespace ? `${namespace}/${name}` : name;
    const object = this.history.get(definition.plural, key);
    if (!object) throw objectNotFound(definition, name);
    return json(object);
  }

  private list(selection: Selection): Answer {
    const { definition, query } = selection;
    if (query.get('continue') && this.isGone('list', definition.plural)) {
      const start = Buffer.from(query.get('continue')!, 'base64url').toString();
      throw continueExpired(
        Buffer.from(start.replace(/"rv":-?\d+/, '"rv":-1')).toString(
          'base64url',
        ),
      );
    }
    return { code: 200, body: listPage(this.history, selection) };
  }

  private watch(selection: Selection, reply: Reply): void {
    const { plural } = selection.definition;
    if (this.isGone('watch-start', plural)) {
      throw new StatusError(tooOldResourceVersion(1, 2), 410);
    }
    const watch = new Watch(this.history, selection, {
      bookmarkMs: this.options.bookmarkMs ?? 60_000,
      timeoutMs: this.options.watchTimeoutMs ?? 30 * 60_000,
    });
    this.stats.answered(200);
    this.watches.run(watch, reply, plural);
  }

  private isGone(at: 'list' | 'watch-start', resource: string): boolean {
    const fault = this.faults.take('gone', resource, gone => gone.at === at);
    return fault !== undefined;
  }

  /** What is refused or broken before anybody looks who asks. */
  private failOnPurpose({ resource }: RequestInfo): void {
    const plural = resource?.plural;
    const throttle = this.faults.take('throttle', plural);
    if (throttle) {
      // Priority and fairness answers in plain text, without a Status.
      throw new StatusError(
        'Too many requests, please try again later.\n',
        429,
        { 'Retry-After': String(throttle.retryAfterSeconds ?? 1) },
      );
    }
    const error = this.faults.take('error', plural);
    if (error) throw serverError(error.code ?? 500);
  }

  private spoilOf({ resource }: RequestInfo): Spoil {
    const slow = this.faults.take('slow', resource?.plural);
    const isCut = this.faults.take('malformed', resource?.plural) !== undefined;
    return {
      ...(slow && { bytesPerSecond: slow.bytesPerSecond ?? 1000 }),
      isCut,
    };
  }

  private async sendError(reply: Reply, error: unknown): Promise<void> {
    const known = error instanceof StatusError ? error : unexpected(error);
    this.stats.answered(known.code);
    const isText = typeof known.body === 'string';
    await reply.send(
      known.code,
      isText ? String(known.body) : `${JSON.stringify(known.body)}\n`,
      {
        headers: known.headers,
        ...(isText && { type: 'text/plain; charset=utf-8' }),
      },
    );
  }

  private whileBlackHoled(): Promise<void> | undefined {
    if (!this.faults.find('black-hole')) return undefined;
    return new Promise(done => this.held.push(done));
  }

  private letGo(): void {
    if (this.faults.find('black-hole')) return;
    const held = this.held;
    this.held = [];
    held.forEach(go => go());
  }
}

function json(body: unknown, code = 200): Answer {
  return { code, body: `${JSON.stringify(body)}\n` };
}

function labelOf({ resource, verb, path }: RequestInfo): string {
  if (!resource) return `get ${path}`;
  const { plural, subresource } = resource;
  return `${verb} ${subresource ? `${plural}/${subresource}` : plural}`;
}

function selectionOf(
  definition: ResourceDefinition,
  { resource, query }: RequestInfo,
): Selection {
  const { namespace, name } = resource!;
  return { definition, namespace, name, query };
}

/** Only JSON is spoken here; who takes nothing else is told so. */
function refuseOtherMediaTypes({ headers }: IncomingMessage): void {
  const accept = headers.accept ?? '*/*';
  if (!/(\*\/\*|application\/(json|\*))/.test(accept)) throw notAcceptable();
}

function serverError(code: 500 | 502 | 503 | 504): StatusError {
  switch (code) {
    case 502:
      // A load balancer in front says this, not the API server.
      return new StatusError('Bad Gateway\n', 502);
    case 503:
      return new StatusError(
        status(503, 'ServiceUnavailable', 'apiserver not ready'),
        503,
      );
    case 504:
      return new StatusError(
        status(
          504,
          'Timeout',
          'Timeout: request did not complete within the allotted timeout',
        ),
        504,
      );
    default:
      return new StatusError(
        status(
          500,
          'InternalError',
          'Internal error occurred: etcdserver: request timed out',
        ),
        500,
      );
  }
}

function unexpected(error: unknown): StatusError {
  return new StatusError(
    status(500, 'InternalError', `Internal error occurred: ${error}`),
    500,
  );
}
