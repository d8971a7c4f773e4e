import { PageContent } from '../page';

export function SourcesPage() {
  return <PageContent>{null}</PageContent>;
}
