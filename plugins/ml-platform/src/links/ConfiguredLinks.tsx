import { OutsideLink } from '../page';
import type { LinkPlace } from './readLinks';
import { useConfiguredLinks } from './useConfiguredLinks';

/** What the installation links to from a page: Grafana, logs. */
export function ConfiguredLinks(props: {
  on: LinkPlace;
  /** What the placeholders of addresses stand for. */
  values: Record<string, string | undefined>;
}) {
  const links = useConfiguredLinks(props.on, props.values);
  return (
    <>
      {links.map(({ title, href }) => (
        <OutsideLink key={title} title={title} href={href} />
      ))}
    </>
  );
}
