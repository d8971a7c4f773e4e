import { Router, json } from 'express';
import { faultProblem } from './faultProblem';
import { KubernetesApis } from './startKubernetesApis';

/** Faults and counts of the clusters' API servers, over HTTP. */
export function kubernetesControlRouter(apis: KubernetesApis): Router {
  const router = Router();
  router.use(json({ limit: '100kb' }));

  router.get('/', (_request, response) => {
    response.json({
      clusters: [...apis.servers].map(([arn, server]) => ({
        arn,
        name: server.clusterName,
        endpoint: server.endpoint,
        certificateAuthority: Buffer.from(server.authority).toString('base64'),
      })),
    });
  });

  router.get('/stats', (_request, response) => {
    response.json(apis.stats());
  });

  router.get('/faults', (_request, response) => {
    response.json({ faults: apis.faults.list() });
  });

  router.post('/faults', (request, response) => {
    const problem = faultProblem(request.body);
    if (problem) {
      response.status(400).json({ message: problem });
      return;
    }
    try {
      response.status(201).json({ faults: apis.faults.add(request.body) });
    } catch (error) {
      response.status(404).json({ message: (error as Error).message });
    }
  });

  router.delete('/faults/:id', (request, response) => {
    const was = apis.faults.remove(request.params.id);
    response.status(was ? 204 : 404).end();
  });

  router.delete('/faults', (_request, response) => {
    apis.faults.clear();
    response.status(204).end();
  });

  // What the real server forgets after some minutes, when a test wants it at once.
  router.post('/forget', (_request, response) => {
    apis.servers.forEach(server => server.forgetHistory());
    response.status(204).end();
  });

  return router;
}
