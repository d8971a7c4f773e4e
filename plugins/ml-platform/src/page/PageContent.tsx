import { Container } from '@backstage/ui';
import type { ReactNode } from 'react';

/** What a page of this plugin holds, as the landmark that screen readers jump to. */
export function PageContent(props: { children: ReactNode }) {
  return (
    <main>
      <Container>{props.children}</Container>
    </main>
  );
}
