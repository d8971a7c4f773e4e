import express, { Express } from 'express';
import { apiRouter } from './api/apiRouter';
import { awsControlRouter } from './aws/awsControlRouter';
import { awsRouter } from './aws/awsRouter';
import { controlRouter } from './control/controlRouter';
import { faultMiddleware } from './faults/faultMiddleware';
import { gitRouter } from './gitHttp/gitRouter';
import { graphqlRouter } from './graphql/graphqlRouter';
import { hostGuard } from './http/hostGuard';
import { kubernetesControlRouter } from './kubernetes';
import { oauthRouter } from './oauth/oauthRouter';
import { archiveRouter } from './repositories/archive';
import { SandboxContext } from './state/SandboxContext';
import { changeRouter } from './upstreams/changeRouter';
import { faultPage } from './upstreams/faultPage';
import { Upstreams } from './upstreams/startUpstreams';
import { webRouter } from './web/webRouter';

/** Puts the parts of the sandbox behind one HTTP server. */
export function createApp(
  context: SandboxContext,
  options: { host: string; upstreams?: Upstreams },
): Express {
  const app = express();
  app.disable('x-powered-by');
  app.use(hostGuard(options.host));
  if (options.upstreams) useUpstreams(app, options.upstreams);
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

function useUpstreams(app: Express, upstreams: Upstreams): void {
  const { fleet, aws, kubernetes } = upstreams;
  app.use('/_sandbox/aws', awsControlRouter(aws));
  app.use('/_sandbox/kubernetes', kubernetesControlRouter(kubernetes));
  app.use('/_sandbox/fleet', changeRouter(fleet));
  app.use('/_sandbox/switches', faultPage(upstreams));
  app.use('/aws', awsRouter({ fleet, ...aws }));
}
