export { DetailHeading } from './DetailHeading';
export { FactList } from './FactList';
export { OwnerLink } from './OwnerLink';
export { PageContent } from './PageContent';
export { PageTabs } from './PageTabs';
export { Section } from './Section';
export { ShowMore } from './ShowMore';
