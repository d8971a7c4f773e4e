import { Route, Routes } from 'react-router-dom';
import { ClusterPage } from './ClusterPage';
import { ClustersPage } from './ClustersPage';

/** The list of clusters, and a page for each. */
export function ClusterRoutes() {
  return (
    <Routes>
      <Route index element={<ClustersPage />} />
      <Route path=":clusterArn/*" element={<ClusterPage />} />
    </Routes>
  );
}
