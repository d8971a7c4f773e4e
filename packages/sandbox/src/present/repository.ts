import { Access } from '../http/access';
import { RepositoryRecord } from '../state/records';
import { findAccount, organizationAccount } from '../state/people';
import { fullName } from '../state/SandboxContext';
import { presentAccount } from './account';
import { Links, nodeId } from './links';

/** A repository as it stands in lists and inside pull requests. */
export function presentRepository(
  links: Links,
  record: RepositoryRecord,
  access: Access,
) {
  const name = fullName(record);
  const openPulls = record.pulls.filter(pull => pull.state === 'open').length;
  return {
    id: record.id,
    node_id: nodeId('Repository', record.id),
    name: record.name,
    full_name: name,
    private: record.private,
    owner: presentAccount(links, ownerOf(record)),
    html_url: `${links.url}/${name}`,
    description: record.description || null,
    fork: false,
    ...repositoryUrls(links, name),
    created_at: record.createdAt,
    updated_at: record.pushedAt,
    pushed_at: record.pushedAt,
    homepage: null,
    size: 0,
    stargazers_count: 0,
    watchers_count: 0,
    language: null,
    has_issues: true,
    has_projects: false,
    has_downloads: true,
    has_wiki: false,
    has_pages: false,
    has_discussions: false,
    forks_count: 0,
    mirror_url: null,
    archived: false,
    disabled: false,
    open_issues_count: openPulls,
    license: null,
    allow_forking: false,
    is_template: false,
    web_commit_signoff_required: false,
    topics: [],
    visibility: record.private ? 'private' : 'public',
    forks: 0,
    open_issues: openPulls,
    watchers: 0,
    default_branch: record.defaultBranch,
    permissions: presentPermissions(access),
  };
}

/** What `GET /repos/{owner}/{repo}` adds. */
export function presentFullRepository(
  links: Links,
  record: RepositoryRecord,
  access: Access,
) {
  const owner = ownerOf(record);
  return {
    ...presentRepository(links, record, access),
    temp_clone_token: null,
    allow_merge_commit: true,
    allow_squash_merge: true,
    allow_rebase_merge: false,
    allow_auto_merge: false,
    allow_update_branch: false,
    delete_branch_on_merge: false,
    use_squash_pr_title_as_default: false,
    merge_commit_title: 'MERGE_MESSAGE',
    merge_commit_message: 'PR_TITLE',
    squash_merge_commit_title: 'COMMIT_OR_PR_TITLE',
    squash_merge_commit_message: 'COMMIT_MESSAGES',
    ...(owner.type === 'Organization' && {
      organization: presentAccount(links, owner),
    }),
    network_count: 0,
    subscribers_count: 0,
  };
}

export function ownerOf(record: { owner: string }) {
  return findAccount(record.owner) ?? organizationAccount(record.owner);
}

function presentPermissions(access: Access) {
  return {
    admin: false,
    maintain: access === 'maintain',
    push: access === 'write' || access === 'maintain',
    triage: access === 'write' || access === 'maintain',
    pull: access !== 'none',
  };
}

function repositoryUrls(links: Links, name: string) {
  const api = `${links.apiUrl}/repos/${name}`;
  const host = new URL(links.url).hostname;
  return {
    url: api,
    archive_url: `${api}/{archive_format}{/ref}`,
    assignees_url: `${api}/assignees{/user}`,
    blobs_url: `${api}/git/blobs{/sha}`,
    branches_url: `${api}/branches{/branch}`,
    collaborators_url: `${api}/collaborators{/collaborator}`,
    comments_url: `${api}/comments{/number}`,
    commits_url: `${api}/commits{/sha}`,
    compare_url: `${api}/compare/{base}...{head}`,
    contents_url: `${api}/contents/{+path}`,
    contributors_url: `${api}/contributors`,
    deployments_url: `${api}/deployments`,
    downloads_url: `${api}/downloads`,
    events_url: `${api}/events`,
    forks_url: `${api}/forks`,
    git_commits_url: `${api}/git/commits{/sha}`,
    git_refs_url: `${api}/git/refs{/sha}`,
    git_tags_url: `${api}/git/tags{/sha}`,
    hooks_url: `${api}/hooks`,
    issue_comment_url: `${api}/issues/comments{/number}`,
    issue_events_url: `${api}/issues/events{/number}`,
    issues_url: `${api}/issues{/number}`,
    keys_url: `${api}/keys{/key_id}`,
    labels_url: `${api}/labels{/name}`,
    languages_url: `${api}/languages`,
    merges_url: `${api}/merges`,
    milestones_url: `${api}/milestones{/number}`,
    notifications_url: `${api}/notifications{?since,all,participating}`,
    pulls_url: `${api}/pulls{/number}`,
    releases_url: `${api}/releases{/id}`,
    stargazers_url: `${api}/stargazers`,
    statuses_url: `${api}/statuses/{sha}`,
    subscribers_url: `${api}/subscribers`,
    subscription_url: `${api}/subscription`,
    tags_url: `${api}/tags`,
    teams_url: `${api}/teams`,
    trees_url: `${api}/git/trees{/sha}`,
    clone_url: `${links.url}/${name}.git`,
    git_url: `git://${host}/${name}.git`,
    ssh_url: `git@${host}:${name}.git`,
    svn_url: `${links.url}/${name}`,
  };
}
