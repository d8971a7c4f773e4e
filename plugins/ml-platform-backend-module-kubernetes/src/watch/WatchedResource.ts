/** Metadata of an object, as far as it is needed to keep it. */
export interface ObjectMeta {
  name?: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  creationTimestamp?: string | null;
  deletionTimestamp?: string | null;
  generation?: number;
  labels?: Record<string, string>;
  ownerReferences?: { kind?: string; name?: string; controller?: boolean }[];
}

/** An object as the API server sends it. */
export interface ApiObject {
  metadata?: ObjectMeta;
}

/** Names that say which objects of an API are meant. */
export interface ResourceName {
  /** `''` is the core group. */
  group: string;
  version: string;
  plural: string;
}

/** Where what is seen of a resource is kept: slim, by `namespace/name` or name. */
export interface ResourceCache {
  put(key: string, object: ApiObject): void;
  remove(key: string): void;
  keys(): Iterable<string>;
}

/** A resource to list and watch. */
export interface WatchedResource extends ResourceName {
  cache: ResourceCache;
  /** Comes with an operator: that it is absent is no error. */
  optional: boolean;
}

/** `/api/v1/pods`, `/apis/ray.io/v1/rayclusters` */
export function resourcePath(resource: ResourceName): string {
  return `${groupPath(resource)}/${resource.plural}`;
}

/** `/api/v1`, `/apis/ray.io/v1` */
export function groupPath({
  group,
  version,
}: Pick<ResourceName, 'group' | 'version'>): string {
  return group ? `/apis/${group}/${version}` : `/api/${version}`;
}

/** Undefined for what has no name, which no object lacks. */
export function objectKey(object: ApiObject): string | undefined {
  const { namespace, name } = object.metadata ?? {};
  if (!name) {
    return undefined;
  }
  return namespace ? `${namespace}/${name}` : name;
}
