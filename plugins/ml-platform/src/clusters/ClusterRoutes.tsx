import { PageContent } from '../page';

export function ClusterRoutes() {
  return <PageContent>{null}</PageContent>;
}
