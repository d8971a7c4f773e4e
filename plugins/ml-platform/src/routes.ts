import { createRouteRef } from '@backstage/frontend-plugin-api';

/** What the repositories declare, and the ways to change it. */
export const declaredRouteRef = createRouteRef();
