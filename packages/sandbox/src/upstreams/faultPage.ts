import { Request, RequestHandler, Router, urlencoded } from 'express';
import { awsFaultProblem } from '../aws/AwsFault';
import { faultProblem } from '../kubernetes/faultProblem';
import { Html, html } from '../web/html';
import { Upstreams } from './startUpstreams';
import { SWITCHES, Switch } from './switches';

/** Pages from somewhere else must not press the buttons. */
const fromThisPage: RequestHandler = (request, response, next) => {
  const { origin, host } = request.headers;
  if (isRead(request) || !origin || origin === `http://${host}`) {
    next();
    return;
  }
  response.status(403).type('text/plain').send('Not from this page.\n');
};

/** `/_sandbox/switches`: a page that switches faults on and off. */
export function faultPage(upstreams: Upstreams): Router {
  const router = Router();
  router.use(fromThisPage);
  router.use(urlencoded({ extended: false }));

  router.get('/', (_request, response) => {
    response
      .type('text/html')
      .set('cache-control', 'no-store')
      .send(page(upstreams).text);
  });

  router.post('/on', (request, response) => {
    const chosen = SWITCHES.find(({ id }) => id === request.body.switch);
    const problem = chosen
      ? switchOn(upstreams, chosen, String(request.body.where ?? ''))
      : `There is no switch '${request.body.switch}'.`;
    if (problem) response.status(400).type('text/plain').send(problem);
    else response.redirect(303, request.baseUrl);
  });

  router.post('/off', (request, response) => {
    const { aws, kubernetes } = upstreams;
    const id = String(request.body.id ?? '');
    if (id === '') {
      aws.faults.clear();
      kubernetes.faults.clear();
    } else if (!aws.faults.remove(id)) {
      kubernetes.faults.remove(id);
    }
    response.redirect(303, request.baseUrl);
  });

  return router;
}

function isRead({ method }: Request): boolean {
  return method === 'GET' || method === 'HEAD';
}

function switchOn(
  { aws, kubernetes }: Upstreams,
  chosen: Switch,
  where: string,
): string | undefined {
  try {
    if (chosen.on === 'aws') {
      const fault = { ...chosen.fault, ...(where ? { account: where } : {}) };
      const problem = awsFaultProblem(fault);
      if (!problem) aws.faults.add(fault);
      return problem;
    }
    const fault = { ...chosen.fault, ...(where ? { cluster: where } : {}) };
    const problem = faultProblem(fault);
    if (!problem) kubernetes.faults.add(fault);
    return problem;
  } catch (error) {
    return (error as Error).message;
  }
}

function page(upstreams: Upstreams): Html {
  const { fleet, aws, kubernetes } = upstreams;
  const active = [...aws.faults.list(), ...kubernetes.faults.list()];
  const accounts = fleet.accounts.map(({ id, name }) => [id, name]);
  const clusters = fleet.clusters.map(({ name }) => [name, name]);
  return html`<!DOCTYPE html>
    <html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light dark" />
        <title>Faults · Sandbox</title>
        <link rel="icon" href="/assets/icon.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/site.css" />
      </head>
      <body>
        <header class="top">
          <a class="brand" href="/">
            <img src="/assets/icon.svg" width="24" height="24" alt="" /> Sandbox
          </a>
        </header>
        <main id="content">
          <h1>Faults</h1>
          <p>
            What the portal watches can fail on purpose, while it runs:
            ${fleet.clusters.length} clusters and ${fleet.endpoints.length}
            endpoints in ${fleet.accounts.length} accounts.
          </p>
          <h2>Switched on</h2>
          ${active.length === 0
            ? html`<p>None: all upstreams are as they should be.</p>`
            : html`<ul>
                  ${active.map(activeFault)}
                </ul>
                <form method="post" action="/_sandbox/switches/off">
                  <button>Switch all off</button>
                </form>`}
          <h2>AWS</h2>
          ${switches('aws', 'Account', 'every account', accounts)}
          <h2>Kubernetes</h2>
          ${switches('kubernetes', 'Cluster', 'every cluster', clusters)}
        </main>
      </body>
    </html>`;
}

function activeFault(fault: { id: string; kind: string }): Html {
  const { id, kind, ...rest } = fault;
  const details = Object.entries(rest)
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name} ${value}`)
    .join(', ');
  return html`<li>
    <form method="post" action="/_sandbox/switches/off">
      <strong>${kind}</strong> ${details}
      <button
        name="id"
        value="${id}"
        aria-label="Switch off ${kind} ${details}"
      >
        Switch off
      </button>
    </form>
  </li>`;
}

function switches(
  on: Switch['on'],
  label: string,
  everywhere: string,
  places: string[][],
): Html {
  return html`<form method="post" action="/_sandbox/switches/on">
    <p>
      <label>
        ${label}
        <select name="where">
          <option value="">${everywhere}</option>
          ${places.map(
            ([value, name]) => html`<option value="${value}">${name}</option>`,
          )}
        </select>
      </label>
    </p>
    <ul>
      ${SWITCHES.filter(entry => entry.on === on).map(
        ({ id, words }) => html`<li>
          <button name="switch" value="${id}">${words}</button>
        </li>`,
      )}
    </ul>
  </form>`;
}
