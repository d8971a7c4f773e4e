import { ButtonLink } from '@backstage/ui';
import { RiExternalLinkLine } from '@remixicon/react';

/** A button to a place outside the portal; nothing where there is no address. */
export function OutsideLink(props: { title: string; href?: string }) {
  const { title, href } = props;
  return href ? (
    <ButtonLink
      variant="secondary"
      size="small"
      href={href}
      target="_blank"
      iconEnd={<RiExternalLinkLine />}
    >
      {title}
    </ButtonLink>
  ) : null;
}
