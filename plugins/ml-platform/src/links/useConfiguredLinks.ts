import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { fillLink, readLinks, type LinkPlace } from './readLinks';

/** What the installation links to from a page or a row, as far as its values are known. */
export function useConfiguredLinks(
  on: LinkPlace,
  /** What the placeholders of addresses stand for. */
  values: Record<string, string | undefined>,
): { title: string; href: string }[] {
  return readLinks(useApi(configApiRef))
    .filter(link => link.on.includes(on))
    .flatMap(({ title, url }) => {
      const href = fillLink(url, values);
      return href ? [{ title, href }] : [];
    });
}
