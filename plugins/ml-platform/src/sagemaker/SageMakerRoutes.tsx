import { Route, Routes } from 'react-router-dom';
import { EndpointPage } from './EndpointPage';
import { EndpointsPage } from './EndpointsPage';

/** The list of endpoints, and a page for each. */
export function SageMakerRoutes() {
  return (
    <Routes>
      <Route index element={<EndpointsPage />} />
      <Route path=":endpointArn" element={<EndpointPage />} />
    </Routes>
  );
}
