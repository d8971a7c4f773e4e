import { Request, RequestHandler, Response } from 'express';
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
    if (fault.after) {
      replaceAnswer(response, () => answer(fault, request, response));
      next();
    } else if (!answer(fault, request, response)) {
      next();
    }
  };
}

/** Answers as the fault says; `false` if it leaves that to the handlers. */
function answer(fault: Fault, request: Request, response: Response): boolean {
  if (fault.disconnect) {
    request.socket.destroy();
    return true;
  }
  const { status, body, headers = {} } = fault;
  if (status === undefined && body === undefined) {
    for (const [name, value] of Object.entries(headers)) {
      response.setHeader(name, value);
    }
    return false;
  }
  const text =
    typeof body === 'string'
      ? body
      : JSON.stringify(body ?? defaultBody(fault));
  const type = typeof body === 'string' ? 'text/html' : 'application/json';
  response.writeHead(status ?? 500, {
    'content-type': `${type}; charset=utf-8`,
    'x-github-request-id': 'SANDBOX:FAULT',
    ...headers,
  });
  response.end(text);
  return true;
}

/** Lets the handlers work, and drops what they answer. */
function replaceAnswer(response: Response, send: () => void): void {
  const { writeHead, end, write } = response;
  const instead = () => {
    Object.assign(response, { writeHead, end, write });
    for (const name of response.getHeaderNames()) response.removeHeader(name);
    send();
    return response;
  };
  Object.assign(response, {
    writeHead: () => response,
    write: () => true,
    end: instead,
  });
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
