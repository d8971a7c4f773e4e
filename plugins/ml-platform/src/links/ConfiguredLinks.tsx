import { configApiRef, useApi } from '@backstage/frontend-plugin-api';
import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';
import { fillLink, readLinks, type LinkPlace } from './readLinks';

/** What the installation links to from a page: Grafana, logs. */
export function ConfiguredLinks(props: {
  on: LinkPlace;
  /** What the placeholders of addresses stand for. */
  values: Record<string, string | undefined>;
}) {
  const { on, values } = props;
  const config = useApi(configApiRef);
  return (
    <>
      {readLinks(config)
        .filter(link => link.on.includes(on))
        .flatMap(({ title, url }) => {
          const href = fillLink(url, values);
          return href ? [{ title, href }] : [];
        })
        .map(({ title, href }) => (
          <ButtonLink
            key={title}
            variant="secondary"
            href={href}
            target="_blank"
            iconEnd={<RiExternalLinkLine />}
          >
            {title}
          </ButtonLink>
        ))}
    </>
  );
}
