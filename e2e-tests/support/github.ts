import { APIRequestContext, expect } from '@playwright/test';
import { Person } from './people';
import { sandboxUrl } from './ports';

const api = `${sandboxUrl}/api/v3/repos/acme/ml-infra`;
const headers = { authorization: 'token sandbox-integration-token' };

export const workloadsFile = 'env/dev/aws/irsa-ml-workloads/terragrunt.hcl';

export type PullRequest = {
  number: number;
  state: string;
  head: { ref: string; sha: string };
  changed_files: number;
  commits: number;
};

/** The sandbox's GitHub, asked as a program asks it. */
export class Github {
  constructor(private readonly request: APIRequestContext) {}

  /** Open ones from a branch, or from one with a suffix (`-2`, `-3`, …). */
  async openPullRequests(branch: string): Promise<PullRequest[]> {
    const response = await this.request.get(
      `${api}/pulls?state=open&per_page=100`,
      { headers },
    );
    return ((await response.json()) as PullRequest[]).filter(
      pull => pull.head.ref.replace(/-\d+$/, '') === branch,
    );
  }

  async branches(): Promise<string[]> {
    const response = await this.request.get(`${api}/branches?per_page=100`, {
      headers,
    });
    return ((await response.json()) as { name: string }[]).map(b => b.name);
  }

  async readFile(path: string, ref: string): Promise<string> {
    const response = await this.request.get(
      `${api}/contents/${path}?ref=${ref}`,
      { headers: { ...headers, accept: 'application/vnd.github.raw' } },
    );
    expect(response.status()).toBe(200);
    return response.text();
  }

  /** A commit by hand, as a reviewer makes it in GitHub's own editor. */
  async commit(
    token: string,
    branch: string,
    path: string,
    change: (text: string) => string,
    message: string,
  ): Promise<void> {
    const current = await this.request.get(
      `${api}/contents/${path}?ref=${branch}`,
      { headers },
    );
    const { sha, content } = await current.json();
    const text = Buffer.from(content, 'base64').toString('utf8');
    const response = await this.request.put(`${api}/contents/${path}`, {
      headers: { authorization: `token ${token}` },
      data: {
        branch,
        message,
        sha,
        content: Buffer.from(change(text)).toString('base64'),
      },
    });
    expect(response.status()).toBe(200);
  }

  /** A token with which somebody works outside the portal. */
  async tokenOf(login: Person): Promise<string> {
    const response = await this.request.post(`${sandboxUrl}/_sandbox/tokens`, {
      data: { login, scopes: ['repo'] },
    });
    return (await response.json()).token;
  }

  async fault(fault: Record<string, unknown>): Promise<void> {
    const response = await this.request.post(`${sandboxUrl}/_sandbox/faults`, {
      data: fault,
    });
    expect(response.ok()).toBe(true);
  }

  async clearFaults(): Promise<void> {
    await this.request.delete(`${sandboxUrl}/_sandbox/faults`);
  }
}
