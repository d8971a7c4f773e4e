import { createRouteRef } from '@backstage/frontend-plugin-api';

/** The list of what the repositories declare. */
export const declaredRouteRef = createRouteRef();

/** The pages that lead to the form with a thing's present values. */
export const changeRouteRef = createRouteRef();
