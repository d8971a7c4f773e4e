import { PageContent } from '../page';

export function RayRoutes() {
  return <PageContent>{null}</PageContent>;
}
