import type {
  DeclaredReference,
  DeclaredThing,
  DeclaredValues,
} from '@ml-platform/plugin-ml-platform-common';

/** A thing as its repository declares it, open pull request and history aside. */
export type PlainThing = Omit<DeclaredThing, 'pullRequest' | 'lastChange'>;

/** An open pull request of ours, and what it changes. */
export type OpenChange = NonNullable<DeclaredThing['pullRequest']> & {
  thing: string;
  environment: string;
  name: string;
};

/** One repository as {@link CachingDeclaredCatalog} reads it. */
export interface DeclaredSource {
  id: string;
  title: string;
  /** Finds the newest commit and the open pull requests; all else reads at that commit. */
  open(): Promise<OpenedSource>;
}

/** A repository at its newest commit. */
export interface OpenedSource {
  commit: string;
  pullRequests: OpenChange[];
  things(): Promise<{ things: PlainThing[]; problems: string[] }>;
  /** @throws NotFoundError when the thing is not declared */
  values(
    reference: DeclaredReference,
  ): Promise<
    Omit<DeclaredValues, 'template' | 'thing'> & { thing: PlainThing }
  >;
  lastChange(file: string): Promise<DeclaredThing['lastChange']>;
}
