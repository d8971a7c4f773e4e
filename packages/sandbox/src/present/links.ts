/** Roots of the addresses that answers hold. */
export interface Links {
  /** Web pages: `http://localhost:7100`. */
  url: string;
  /** REST: `http://localhost:7100/api/v3`. */
  apiUrl: string;
}

/** A path for an address: each segment encoded, slashes kept. */
export function encodePath(path: string): string {
  return path.split('/').map(encodeURIComponent).join('/');
}

/** GitHub's opaque global id. */
export function nodeId(kind: string, id: number | string): string {
  return Buffer.from(`${kind}:${id}`).toString('base64');
}
