export { PageContent } from './PageContent';
