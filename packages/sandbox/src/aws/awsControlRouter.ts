import { Router, json } from 'express';
import { AwsFaultList, awsFaultProblem } from './AwsFault';
import { RequestCounts } from './RequestCounts';

/** Faults and counts of the emulated AWS, over HTTP. */
export function awsControlRouter(options: {
  faults: AwsFaultList;
  counts: RequestCounts;
}): Router {
  const { faults, counts } = options;
  const router = Router();
  router.use(json({ limit: '100kb' }));

  router.get('/stats', (_request, response) => {
    response.json(counts.read());
  });

  router.delete('/stats', (_request, response) => {
    counts.clear();
    response.status(204).end();
  });

  router.get('/faults', (_request, response) => {
    response.json({ faults: faults.list() });
  });

  router.post('/faults', (request, response) => {
    const problem = awsFaultProblem(request.body);
    if (problem) {
      response.status(400).json({ message: problem });
      return;
    }
    response.status(201).json({ faults: [faults.add(request.body)] });
  });

  router.delete('/faults/:id', (request, response) => {
    response.status(faults.remove(request.params.id) ? 204 : 404).end();
  });

  router.delete('/faults', (_request, response) => {
    faults.clear();
    response.status(204).end();
  });

  return router;
}
