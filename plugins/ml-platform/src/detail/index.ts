export { DetailPage } from './DetailPage';
export { HealthSection } from './HealthSection';
export { ThingDetail } from './ThingDetail';
export { ThingHeading } from './ThingHeading';
