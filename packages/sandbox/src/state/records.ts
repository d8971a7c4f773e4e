/** What the sandbox remembers besides Git. Dates are ISO 8601, whole seconds. */
export interface SandboxState {
  version: 1;
  /** Key of signatures and form tokens. */
  secret: string;
  nextId: number;
  /** By `owner/name`. */
  repositories: Record<string, RepositoryRecord>;
  /** By the token itself. */
  tokens: Record<string, TokenRecord>;
  /** By the value of the session cookie. */
  sessions: Record<string, SessionRecord>;
}

export interface RepositoryRecord {
  id: number;
  owner: string;
  name: string;
  description: string;
  private: boolean;
  defaultBranch: string;
  createdAt: string;
  pushedAt: string;
  protectedBranches: string[];
  labels: LabelRecord[];
  nextNumber: number;
  pulls: PullRecord[];
}

export interface LabelRecord {
  id: number;
  name: string;
  color: string;
  description: string | null;
}

export interface PullRecord {
  id: number;
  number: number;
  title: string;
  body: string | null;
  author: string;
  state: 'open' | 'closed';
  draft: boolean;
  base: BranchPoint;
  head: BranchPoint;
  createdAt: string;
  updatedAt: string;
  closedAt?: string;
  closedBy?: string;
  merged?: { at: string; by: string; sha: string };
  labels: string[];
  assignees: string[];
  requestedReviewers: string[];
  requestedTeams: string[];
  reviews: ReviewRecord[];
  comments: CommentRecord[];
}

export interface BranchPoint {
  ref: string;
  sha: string;
}

export type ReviewState =
  | 'APPROVED'
  | 'CHANGES_REQUESTED'
  | 'COMMENTED'
  | 'DISMISSED';

export interface ReviewRecord {
  id: number;
  author: string;
  state: ReviewState;
  body: string;
  commit: string;
  at: string;
}

export interface CommentRecord {
  id: number;
  author: string;
  body: string;
  createdAt: string;
  updatedAt: string;
}

export interface TokenRecord {
  login: string;
  /** OAuth scopes; absent for tokens of an installation. */
  scopes?: string[];
  readOnly?: boolean;
}

export interface SessionRecord {
  login?: string;
  createdAt: string;
}
