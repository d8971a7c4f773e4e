import type { ConfigApi } from '@backstage/frontend-plugin-api';

/** Pages that links can be put on. */
export const LINK_PLACES = [
  'cluster',
  'node',
  'gpu-pool',
  'ray-cluster',
  'ray-job',
  'ray-service',
  'endpoint',
] as const;

export type LinkPlace = (typeof LINK_PLACES)[number];

/** A link of the installation, `mlPlatform.links[]`. */
export interface ConfiguredLink {
  title: string;
  /** With placeholders: `https://grafana.example/d/eks?var-cluster={name}` */
  url: string;
  on: LinkPlace[];
}

export function readLinks(config: ConfigApi): ConfiguredLink[] {
  return (config.getOptionalConfigArray('mlPlatform.links') ?? []).map(
    link => ({
      title: link.getString('title'),
      url: link.getString('url'),
      on: link
        .getStringArray('on')
        .flatMap(place => LINK_PLACES.filter(known => known === place)),
    }),
  );
}

/**
 * The address with values in place of `{name}`, encoded.
 *
 * @returns undefined when a value is not known, or it is no address of the web
 */
export function fillLink(
  url: string,
  values: Record<string, string | undefined>,
): string | undefined {
  let complete = true;
  const filled = url.replace(/\{(\w+)\}/g, (_placeholder, key: string) => {
    const value = values[key];
    complete &&= value !== undefined;
    return encodeURIComponent(value ?? '');
  });
  return complete && /^https?:\/\//.test(filled) ? filled : undefined;
}
