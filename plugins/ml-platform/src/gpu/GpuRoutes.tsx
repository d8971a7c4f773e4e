import { Route, Routes } from 'react-router-dom';
import { GpuPage } from './GpuPage';
import { GpuPoolPage } from './GpuPoolPage';

/** Pools, idle nodes and waiting pods; and a page for each pool. */
export function GpuRoutes() {
  return (
    <Routes>
      <Route index element={<GpuPage part="pools" />} />
      <Route path="idle" element={<GpuPage part="idle" />} />
      <Route path="pending" element={<GpuPage part="pending" />} />
      <Route path=":poolId" element={<GpuPoolPage />} />
    </Routes>
  );
}
