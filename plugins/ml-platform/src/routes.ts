import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The fleet pages. */
export const rootRouteRef = createRouteRef();

/** What the repositories declare, and the ways to change it. */
export const declaredRouteRef = createRouteRef();
