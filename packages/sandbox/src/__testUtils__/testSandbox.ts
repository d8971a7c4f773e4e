import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Octokit } from 'octokit';
import { runGitText } from '../git/runGit';
import { Sandbox, SandboxOptions, startSandbox } from '../startSandbox';
import { schemaProblems } from './githubSchema';

// Git processes, and schemas to compile: slow where much runs at once.
jest.setTimeout(60_000);

export const OWNER = 'acme';
export const REPO = 'demo';
export const DEMO = { owner: OWNER, repo: REPO };

const FILES = {
  'README.md': '# Demo\n',
  'env/dev/a.hcl': 'inputs = {\n  one = 1\n}\n',
  'env/dev/b.hcl': 'inputs = {\n  two = 2\n}\n',
  'scripts/run.sh': '#!/bin/sh\necho run\n',
};

export interface TestSandbox extends Sandbox {
  octokit(token?: string): Octokit;
  git(...args: string[]): Promise<string>;
  /**
   * Ends the sandbox.
   *
   * @throws Error when any answer so far differed from GitHub's description
   */
  stop(): Promise<void>;
}

/** A sandbox of its own with one small repository, `acme/demo`. */
export async function startTestSandbox(
  options: Partial<SandboxOptions> = {},
): Promise<TestSandbox> {
  const directory =
    options.directory ?? (await mkdtemp(join(tmpdir(), 'sandbox-')));
  const sandbox = await startSandbox({
    seed: { [`${OWNER}/${REPO}`]: FILES },
    ...options,
    directory,
  });
  const problems: string[] = [];
  return {
    ...sandbox,
    octokit: token =>
      new Octokit({
        baseUrl: sandbox.apiUrl,
        auth: token ?? sandbox.integrationToken,
        retry: { enabled: false },
        throttle: { enabled: false },
        request: { fetch: validatingFetch(sandbox.apiUrl, problems) },
        log: { debug() {}, info() {}, warn() {}, error() {} },
      }),
    git: (...args) =>
      runGitText(args, { cwd: sandbox.repositoryPath(OWNER, REPO) }),
    stop: async () => {
      await sandbox.close();
      if (!options.directory) {
        await rm(directory, { recursive: true, force: true });
      }
      if (problems.length > 0) {
        throw new Error(
          `Answers differ from GitHub's description:\n${problems.join('\n')}`,
        );
      }
    },
  };
}

/** A `fetch` that holds every JSON answer against GitHub's description. */
function validatingFetch(apiUrl: string, problems: string[]): typeof fetch {
  return async (input, init) => {
    const response = await fetch(input, init);
    const url = new URL(String(input));
    const isApi = url.href.startsWith(apiUrl);
    const isJson = /json/.test(response.headers.get('content-type') ?? '');
    if (isApi && (isJson || response.status === 204)) {
      const text = await response.clone().text();
      problems.push(
        ...schemaProblems({
          method: init?.method ?? 'GET',
          path: decodeURIComponent(url.pathname.slice('/api/v3'.length)),
          status: response.status,
          body: text === '' ? undefined : JSON.parse(text),
        }),
      );
    }
    return response;
  };
}

/** Commits files to a new branch through the API, as a portal does. */
export async function commitToBranch(
  octokit: Octokit,
  branch: string,
  files: Record<string, string | null>,
  options: { from?: string; message?: string } = {},
): Promise<string> {
  const { from = 'main', message = `Change on ${branch}` } = options;
  const { data: base } = await octokit.rest.git.getRef({
    ...DEMO,
    ref: `heads/${from}`,
  });
  const parent = base.object.sha;
  const { data: tree } = await octokit.rest.git.createTree({
    ...DEMO,
    base_tree: parent,
    tree: Object.entries(files).map(([path, content]) =>
      content === null
        ? { path, mode: '100644', type: 'blob', sha: null }
        : { path, mode: '100644', type: 'blob', content },
    ),
  });
  const { data: commit } = await octokit.rest.git.createCommit({
    ...DEMO,
    message,
    tree: tree.sha,
    parents: [parent],
  });
  const ref = `heads/${branch}`;
  if (from === branch) {
    await octokit.rest.git.updateRef({ ...DEMO, ref, sha: commit.sha });
  } else {
    await octokit.rest.git.createRef({
      ...DEMO,
      ref: `refs/${ref}`,
      sha: commit.sha,
    });
  }
  return commit.sha;
}

/** The answer that a call was refused with. */
export async function refusal(
  call: Promise<unknown>,
): Promise<{ status: number; message: string; errors?: unknown[] }> {
  try {
    await call;
  } catch (error) {
    const { status, response } = error as {
      status: number;
      response?: { data: { message: string; errors?: unknown[] } };
    };
    if (response === undefined) throw error;
    const { message, errors } = response.data;
    return { status, message, errors };
  }
  throw new Error('The call was not refused');
}
