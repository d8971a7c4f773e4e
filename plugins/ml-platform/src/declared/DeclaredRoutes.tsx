import { Navigate, Route, Routes } from 'react-router-dom';
import { ChangePage } from '../change/ChangePage';
import { DeclaredPage } from './DeclaredPage';

/** What is below the page's path: the list, and the ways from it to a form. */
export function DeclaredRoutes() {
  return (
    <Routes>
      <Route path="declared" element={<DeclaredPage />} />
      <Route path="change/*" element={<ChangePage />} />
      <Route path="*" element={<Navigate to="declared" replace />} />
    </Routes>
  );
}
