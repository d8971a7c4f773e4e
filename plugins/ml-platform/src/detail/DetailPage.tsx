import type { ReactNode } from 'react';
import { EmptyState } from '../health';
import { LiveContent, type Live } from '../live';
import { PageContent } from '../page';

/** The page of one thing, in all its states: on its way, not for this person, not there, there. */
export function DetailPage<Answer>(props: {
  /** Within a sentence: `Ray cluster`. */
  one: string;
  /** As the address has it. */
  id: string;
  live: Live<Answer>;
  /** Where all of them are. */
  all: { label: string; href: string };
  /** Why one that was here may be gone; by default its id is named. */
  gone?: string;
  children: (answer: Answer) => ReactNode;
}) {
  const { one, id, live, all, gone, children } = props;
  return (
    <PageContent>
      <LiveContent
        what={`The ${one}`}
        live={live}
        notFound={
          <EmptyState
            title={`There is no such ${one}, or it is not for you to see`}
            description={gone ?? id}
            action={all}
          />
        }
      >
        {children}
      </LiveContent>
    </PageContent>
  );
}
