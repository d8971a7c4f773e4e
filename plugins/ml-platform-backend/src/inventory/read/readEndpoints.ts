import {
  EndpointDetail,
  EndpointFacts,
  EndpointFigureName,
  EndpointPage,
} from '@ml-platform/plugin-ml-platform-common';
import { ItemQuery } from '../query';
import { notInInventory } from './notInInventory';
import { ReadContext, readOne, readPage } from './ReadContext';

/** The lines that a table shows. */
const LINES: EndpointFigureName[] = [
  'invocations',
  'errors5xx',
  'modelLatencyMs',
];

/** Endpoints, with the lines of a table alone. */
export async function readEndpoints(
  context: ReadContext,
  query: Omit<ItemQuery<'sagemaker-endpoint'>, 'kind'>,
): Promise<EndpointPage> {
  const { items, total } = await readPage(context, {
    ...query,
    kind: 'sagemaker-endpoint',
  });
  return {
    items: items.map(item => ({ ...item, facts: withFewerLines(item.facts) })),
    total,
    sources: context.sources.notesOf(items),
  };
}

/**
 * An endpoint with all that is known of it.
 *
 * @throws NotFoundError when there is none, or the person may not see it
 */
export async function readEndpoint(
  context: ReadContext,
  endpointArn: string,
): Promise<EndpointDetail> {
  const endpoint = await readOne(context, 'sagemaker-endpoint', endpointArn);
  if (!endpoint) {
    throw notInInventory('endpoint', endpointArn, '/endpoints');
  }
  return { endpoint, sources: context.sources.notesOf([endpoint]) };
}

/** Without the lines of a day, and of three hours only those of a table. */
export function withFewerLines(facts: EndpointFacts): EndpointFacts {
  const { figures } = facts;
  if (!figures?.series) {
    return facts;
  }
  return {
    ...facts,
    figures: {
      ...figures,
      series: figures.series
        .filter(({ hours }) => hours === 3)
        .map(series => ({
          ...series,
          values: Object.fromEntries(
            Object.entries(series.values).filter(([name]) =>
              LINES.includes(name as EndpointFigureName),
            ),
          ),
        })),
    },
  };
}
