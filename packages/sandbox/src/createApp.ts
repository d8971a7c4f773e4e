import express, { Express } from 'express';
import { apiRouter } from './api/apiRouter';
import { controlRouter } from './control/controlRouter';
import { faultMiddleware } from './faults/faultMiddleware';
import { gitRouter } from './gitHttp/gitRouter';
import { graphqlRouter } from './graphql/graphqlRouter';
import { hostGuard } from './http/hostGuard';
import { oauthRouter } from './oauth/oauthRouter';
import { archiveRouter } from './repositories/archive';
import { SandboxContext } from './state/SandboxContext';
import { webRouter } from './web/webRouter';

/** Puts the parts of the sandbox behind one HTTP server. */
export function createApp(
  context: SandboxContext,
  options: { host: string },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(hostGuard(options.host));
  app.use('/_sandbox', controlRouter(context));
  app.use(faultMiddleware(context.faults));
  app.use('/api/v3', apiRouter(context));
  app.use('/api/graphql', graphqlRouter(context));
  app.use(archiveRouter(context));
  app.use(gitRouter(context));
  app.use(oauthRouter(context));
  app.use(webRouter(context));
  return app;
}
