import { RequestHandler } from 'express';

const LOOPBACK = ['localhost', '127.0.0.1', '[::1]'];

/**
 * Refuses requests that name another host: a page somewhere else whose name
 * was made to resolve to this machine must not reach the sandbox.
 */
export function hostGuard(listening: string): RequestHandler {
  const isLoopback = ['127.0.0.1', 'localhost', '::1'].includes(listening);
  return (request, response, next) => {
    const name = (request.headers.host ?? '').replace(/:\d+$/, '');
    if (!isLoopback || LOOPBACK.includes(name.toLowerCase())) {
      next();
      return;
    }
    response
      .status(421)
      .type('text/plain')
      .send(`The sandbox answers to localhost only, not to '${name}'.\n`);
  };
}
