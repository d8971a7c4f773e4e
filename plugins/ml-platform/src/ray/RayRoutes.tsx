import { Route, Routes } from 'react-router-dom';
import { RayClusterPage } from './RayClusterPage';
import { RayJobPage } from './RayJobPage';
import { RayPage } from './RayPage';
import { RayServicePage } from './RayServicePage';

/** Clusters, jobs and services of Ray, and a page for each. */
export function RayRoutes() {
  return (
    <Routes>
      <Route index element={<RayPage part="clusters" />} />
      <Route path="jobs" element={<RayPage part="jobs" />} />
      <Route path="services" element={<RayPage part="services" />} />
      <Route path="clusters/:rayClusterId" element={<RayClusterPage />} />
      <Route path="jobs/:rayJobId" element={<RayJobPage />} />
      <Route path="services/:rayServiceId" element={<RayServicePage />} />
    </Routes>
  );
}
