import { ApiCall } from './ApiCall';
import { Answer } from './route';

const DEFAULT_PER_PAGE = 30;
const LARGEST_PER_PAGE = 100;

export interface Page {
  page: number;
  perPage: number;
}

/** `page` and `per_page` of a request, with GitHub's defaults and limits. */
export function pageOf(call: ApiCall): Page {
  const number = (name: string, fallback: number) => {
    const value = Number(call.query(name));
    return Number.isInteger(value) && value > 0 ? value : fallback;
  };
  return {
    page: number('page', 1),
    perPage: Math.min(number('per_page', DEFAULT_PER_PAGE), LARGEST_PER_PAGE),
  };
}

/** The page asked for out of a whole list, with its `Link` header. */
export async function paginate<T>(
  call: ApiCall,
  items: T[],
  present: (item: T) => unknown | Promise<unknown>,
): Promise<Answer> {
  const { page, perPage } = pageOf(call);
  const shown = items.slice((page - 1) * perPage, page * perPage);
  return {
    body: await Promise.all(shown.map(present)),
    headers: linkHeader(call, items.length),
  };
}

export function linkHeader(
  call: ApiCall,
  total: number,
): Record<string, string> {
  const { page, perPage } = pageOf(call);
  const last = Math.max(1, Math.ceil(total / perPage));
  const { context, request } = call;
  const link = (target: number, rel: string) => {
    const url = new URL(request.originalUrl, context.url);
    url.searchParams.set('page', String(target));
    return `<${url}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link(page - 1, 'prev')] : []),
    ...(page < last ? [link(page + 1, 'next'), link(last, 'last')] : []),
    ...(page > 1 ? [link(1, 'first')] : []),
  ];
  return links.length > 0 ? { link: links.join(', ') } : {};
}
