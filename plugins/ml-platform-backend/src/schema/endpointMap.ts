import type { paths } from '@ml-platform/plugin-ml-platform-common';

type JsonAnswer<Operation> = Operation extends {
  responses: { 200: { content: { 'application/json': infer Body } } };
}
  ? Body
  : never;

type PathParameters<Operation> = Operation extends {
  parameters: { path: infer Path };
}
  ? Path
  : {};

/** The generated paths in the form the router's types want: `#get|/path`. */
export type MlPlatformEndpoints = {
  [Path in keyof paths as `#get|${Path}`]: {
    path: PathParameters<paths[Path]['get']>;
    response: JsonAnswer<paths[Path]['get']>;
  };
};
