import type { paths } from '@ml-platform/plugin-ml-platform-common';

type JsonAnswer<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

type JsonBody<Operation> = Operation extends {
  requestBody: { content: { 'application/json': infer Body } };
}
  ? Body
  : never;

type PathParameters<Operation> = Operation extends {
  parameters: { path: infer Path };
}
  ? Path
  : {};

type QueryParameters<Operation> = Operation extends {
  parameters: { query?: infer Query };
}
  ? NonNullable<Query>
  : {};

type PathsWith<Method extends 'get' | 'post'> = {
  [Path in keyof paths]: paths[Path] extends Record<Method, {}> ? Path : never;
}[keyof paths];

/** The router's types make unions of paths with parameters that are too large for TypeScript. */
type TypedPath<Path> = Path extends `${string}{${string}` ? never : Path;

type Gets = {
  [Path in TypedPath<PathsWith<'get'>> as `#get|${Path}`]: {
    path: PathParameters<paths[Path]['get']>;
    query: QueryParameters<paths[Path]['get']>;
    response: JsonAnswer<paths[Path]['get']>;
  };
};

type Posts = {
  [Path in PathsWith<'post'> as `#post|${Path}`]: {
    path: PathParameters<paths[Path]['post']>;
    body: JsonBody<paths[Path]['post']>;
    response: JsonAnswer<paths[Path]['post']>;
  };
};

/** The generated paths in the form the router's types want: `#get|/path`. */
export type MlPlatformEndpoints = Gets & Posts;
