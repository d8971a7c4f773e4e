export { FactList } from './FactList';
export { OutsideLink } from './OutsideLink';
export { OwnerLink } from './OwnerLink';
export { PageContent } from './PageContent';
export { PageTabs } from './PageTabs';
export { Section } from './Section';
export { ShowMore } from './ShowMore';
