import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';
import styles from './PageContent.module.css';

/** What a page of this plugin holds, as the landmark that screen readers jump to. */
export function PageContent(props: { children: ReactNode }) {
  return (
    <main className={styles.content}>
      <Container>{props.children}</Container>
    </main>
  );
}
