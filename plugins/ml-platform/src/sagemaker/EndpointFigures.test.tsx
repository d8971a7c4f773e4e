import type {
  EndpointFacts,
  EndpointSeries,
} from '@ml-platform/plugin-ml-platform-common';
import { screen, within } from '@testing-library/react';
import { fakeInventory } from '../__testUtils__/fakeInventory';
import { renderPage } from '../__testUtils__/renderPage';
import { EndpointFigures } from './EndpointFigures';

const LATENCY: EndpointSeries['values'] = {
  modelLatencyMs: [60, 70],
  modelLatencyP50Ms: [50, 55],
  modelLatencyP90Ms: [90, null],
  modelLatencyP99Ms: [150, 1500],
  overheadLatencyMs: [3, 4],
};

function renderFigures(
  values: EndpointSeries['values'],
  kind: EndpointFacts['kind'] = 'real-time',
) {
  renderPage({
    path: 'sagemaker',
    page: (
      <EndpointFigures
        endpoint={{
          arn: 'arn:aws:sagemaker:eu-west-2:111122223333:endpoint/ranking',
          name: 'ranking',
          accountId: '111122223333',
          region: 'eu-west-2',
          kind,
          status: 'InService',
          variants: [],
          components: [],
          tags: {},
          figures: {
            hours: 3,
            series: [
              {
                hours: 3,
                stepSeconds: 300,
                from: '2026-11-21T09:00:00Z',
                values,
              },
            ],
          },
        }}
      />
    ),
    inventory: fakeInventory({}),
  });
}

const chart = (name: string) => screen.findByRole('figure', { name });

it('tells percentiles apart by words and dashes, not by colour alone', async () => {
  renderFigures(LATENCY);
  const entries = within(await chart('Model latency')).getAllByRole('listitem');

  expect(entries.map(({ textContent }) => textContent)).toEqual([
    'p50 at most 55 ms',
    'p90 at most 90 ms',
    'p99 at most 1.5 sec',
    'Mean 65 ms',
  ]);
  const looks = entries.map(entry => {
    const line = entry.querySelector('line');
    return `${line?.getAttribute('stroke')} ${line?.getAttribute(
      'stroke-dasharray',
    )}`;
  });
  expect(new Set(looks).size).toBe(4);
});

it('says where CloudWatch has no percentiles', async () => {
  renderFigures(LATENCY);

  expect(await chart('Overhead latency')).toHaveTextContent(
    'CloudWatch has no percentiles of it.',
  );
  expect(await chart('Model latency')).not.toHaveTextContent(
    'has no percentiles',
  );
});

it('says that there is no data of a latency that is not published', async () => {
  renderFigures({ modelLatencyP50Ms: [50] }, 'async');

  expect(await chart('Overhead latency')).toHaveTextContent(
    'No data in these hours.',
  );
});
