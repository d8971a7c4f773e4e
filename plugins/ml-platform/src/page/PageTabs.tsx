import { Link } from '@backstage/ui';
import { useLocation } from 'react-router-dom';
import styles from './PageTabs.module.css';

/** Parts of a page, each with an address: links, since each is a place of its own. */
export function PageTabs(props: {
  label: string;
  tabs: { label: string; href: string; prefix?: boolean }[];
}) {
  const { label, tabs } = props;
  const { pathname } = useLocation();
  return (
    <nav aria-label={label}>
      <ul className={styles.tabs}>
        {tabs.map(({ label: title, href, prefix }) => {
          const here = decode(pathname);
          const path = decode(href.split('?')[0]);
          const isHere =
            here === path || Boolean(prefix && here.startsWith(`${path}/`));
          return (
            <li key={href}>
              <Link
                href={href}
                className={styles.tab}
                color={isHere ? 'primary' : 'secondary'}
                aria-current={isHere ? 'page' : undefined}
                standalone
              >
                {title}
              </Link>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

/** Browsers and links encode what is in an address in different ways. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path).replace(/\/$/, '');
  } catch {
    return path;
  }
}
