import { PathEntry } from '../git/GitRepository';
import { RepositoryRecord } from '../state/records';
import { fullName } from '../state/SandboxContext';
import { Links, encodePath } from './links';

export interface ContentPlace {
  path: string;
  /** Branch, tag or SHA as it was asked for. */
  ref: string;
}

const TYPES = { blob: 'file', tree: 'dir', commit: 'submodule' };

/** An entry of `/contents` without its text. */
export function presentContentEntry(
  links: Links,
  record: RepositoryRecord,
  place: ContentPlace,
  entry: PathEntry & { size: number },
) {
  const name = fullName(record);
  const path = encodePath(place.path);
  const ref = encodeURIComponent(place.ref);
  const api = `${links.apiUrl}/repos/${name}`;
  const page = entry.type === 'tree' ? 'tree' : 'blob';
  const url = `${api}/contents/${path}?ref=${ref}`;
  const git = `${api}/git/${entry.type}s/${entry.sha}`;
  const html = `${links.url}/${name}/${page}/${encodePath(place.ref)}/${path}`;
  const raw = `${links.url}/${name}/raw/${encodePath(place.ref)}/${path}`;
  return {
    type: entry.mode === '120000' ? 'symlink' : TYPES[entry.type],
    name: place.path.split('/').pop() ?? '',
    path: place.path,
    sha: entry.sha,
    size: entry.size,
    url,
    html_url: html,
    git_url: git,
    download_url: entry.type === 'blob' ? raw : null,
    _links: { self: url, git, html },
  };
}
