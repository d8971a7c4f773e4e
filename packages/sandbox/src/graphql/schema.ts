/** The part of GitHub's GraphQL schema that the sandbox answers. */
export const SCHEMA = `
scalar URI
scalar GitObjectID
scalar DateTime
scalar Base64String

type Query {
  viewer: User!
  rateLimit: RateLimit
  repository(owner: String!, name: String!): Repository
}

type Mutation {
  createCommitOnBranch(input: CreateCommitOnBranchInput!): CreateCommitOnBranchPayload
}

type RateLimit { cost: Int! limit: Int! remaining: Int! }

type User { id: ID! login: String! name: String email: String! url: URI! }

type Repository {
  id: ID!
  databaseId: Int
  name: String!
  nameWithOwner: String!
  url: URI!
  isPrivate: Boolean!
  isEmpty: Boolean!
  defaultBranchRef: Ref
  ref(qualifiedName: String!): Ref
  object(expression: String, oid: GitObjectID): GitObject
  pullRequest(number: Int!): PullRequest
  pullRequests(
    first: Int
    states: [PullRequestState!]
    headRefName: String
    baseRefName: String
  ): PullRequestConnection!
}

enum PullRequestState { OPEN CLOSED MERGED }

type PullRequestConnection { totalCount: Int! nodes: [PullRequest] }

type PullRequest {
  id: ID!
  number: Int!
  title: String!
  body: String!
  url: URI!
  state: PullRequestState!
  isDraft: Boolean!
  headRefName: String!
  headRefOid: GitObjectID!
  baseRefName: String!
  baseRefOid: GitObjectID!
  author: User
}

type Ref { id: ID! name: String! prefix: String! target: GitObject }

interface GitObject { id: ID! oid: GitObjectID! abbreviatedOid: String! }

type Blob implements GitObject {
  id: ID!
  oid: GitObjectID!
  abbreviatedOid: String!
  byteSize: Int!
  isBinary: Boolean
  isTruncated: Boolean!
  text: String
}

type Tree implements GitObject {
  id: ID!
  oid: GitObjectID!
  abbreviatedOid: String!
  entries: [TreeEntry!]
}

type TreeEntry {
  name: String!
  path: String
  type: String!
  mode: Int!
  oid: GitObjectID!
  object: GitObject
}

type Commit implements GitObject {
  id: ID!
  oid: GitObjectID!
  abbreviatedOid: String!
  message: String!
  committedDate: DateTime!
  url: URI!
  tree: Tree!
}

input CommittableBranch {
  id: ID
  repositoryNameWithOwner: String
  branchName: String
}
input CommitMessage { headline: String! body: String }
input FileAddition { path: String! contents: Base64String! }
input FileDeletion { path: String! }
input FileChanges { additions: [FileAddition!] deletions: [FileDeletion!] }
input CreateCommitOnBranchInput {
  branch: CommittableBranch!
  message: CommitMessage!
  expectedHeadOid: GitObjectID!
  fileChanges: FileChanges
  clientMutationId: String
}
type CreateCommitOnBranchPayload {
  clientMutationId: String
  commit: Commit
  ref: Ref
}
`;
