import { PageContent } from '../page';

export function SageMakerRoutes() {
  return <PageContent>{null}</PageContent>;
}
