export { watchDashboards } from './DashboardReader';
export { PROXY_RULE, readDashboard } from './readDashboard';
