import { PageContent } from '../page';

export function OverviewPage() {
  return <PageContent>{null}</PageContent>;
}
