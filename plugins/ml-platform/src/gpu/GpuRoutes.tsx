import { PageContent } from '../page';

export function GpuRoutes() {
  return <PageContent>{null}</PageContent>;
}
