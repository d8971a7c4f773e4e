import { RequestHandler } from 'express';
import { setTimeout as sleep } from 'node:timers/promises';
import { Fault } from './Fault';
import { FaultList, faultPath } from './FaultList';

/** Answers a request the way the first matching fault says. */
export function faultMiddleware(faults: FaultList): RequestHandler {
  return async (request, response, next) => {
    const path = faultPath(request.path);
    const fault = faults.take(request.method, path);
    if (!fault) {
      next();
      return;
    }
    if (fault.delayMs) await sleep(fault.delayMs);
    if (fault.disconnect) {
      request.socket.destroy();
      return;
    }
    if (fault.status === undefined && fault.body === undefined) {
      for (const [name, value] of Object.entries(fault.headers ?? {})) {
        response.setHeader(name, value);
      }
      next();
      return;
    }
    response
      .status(fault.status ?? 500)
      .set({ 'x-github-request-id': 'SANDBOX:FAULT', ...fault.headers });
    if (typeof fault.body === 'string') {
      response.send(fault.body);
    } else {
      response.json(fault.body ?? defaultBody(fault));
    }
  };
}

/** What GitHub says with the statuses that tests ask for most. */
function defaultBody(fault: Fault): object {
  const documentation_url = 'https://docs.github.com/rest';
  switch (fault.status) {
    case 401:
      return { message: 'Bad credentials', documentation_url, status: '401' };
    case 403:
      return {
        message:
          'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.',
        documentation_url:
          'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits',
      };
    case 404:
      return { message: 'Not Found', documentation_url, status: '404' };
    default:
      return { message: 'Server Error', documentation_url };
  }
}
