import { RequestHandler } from 'express';
import { SandboxContext } from '../state/SandboxContext';
import { ApiCall } from './ApiCall';

/** What a handler answers; `undefined` when it has answered itself. */
export interface Answer {
  status?: number;
  body?: unknown;
  headers?: Record<string, string>;
}

export type ApiHandler = (call: ApiCall) => Promise<Answer | void>;

/** Makes Express handlers of API handlers; errors go to the error handler. */
export function routesOf(context: SandboxContext) {
  return (handler: ApiHandler): RequestHandler =>
    (request, response, next) => {
      const call = new ApiCall(context, request, response);
      handler(call)
        .then(async answer => {
          if (request.method !== 'GET') await context.store.save();
          if (!answer) return;
          response.status(answer.status ?? 200).set(answer.headers ?? {});
          if (answer.body === undefined) response.end();
          else response.json(answer.body);
        })
        .catch(next);
    };
}
