import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { promisify } from 'node:util';
import { parse } from 'yaml';

jest.setTimeout(60_000);

const folder = resolve(
  __dirname,
  '../../../../templates/ml-platform-repository/skeleton/dot-github',
);
const read = (path: string) => readFileSync(resolve(folder, path), 'utf8');
const WORKFLOWS = ['workflows/plan.yaml', 'workflows/apply.yaml'];
const ACTION = 'actions/environment/action.yaml';

/** GitHub's own parser, which is an ES module; Jest runs CommonJS. */
async function problemsOf(
  kind: 'workflow' | 'action',
  path: string,
): Promise<string[]> {
  const script = `
    import { convertWorkflowTemplate, NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
    import { parseAction } from '@actions/workflow-parser/actions/action-parser';
    import { readFileSync } from 'node:fs';
    const file = { name: ${JSON.stringify(
      path,
    )}, content: readFileSync(0, 'utf8') };
    const result = ${
      kind === 'workflow' ? 'parseWorkflow' : 'parseAction'
    }(file, new NoOperationTraceWriter());
    const errors = result.context.errors.getErrors().map(error => error.message);
    if (${kind === 'workflow'} && result.value && errors.length === 0) {
      const template = await convertWorkflowTemplate(result.context, result.value);
      errors.push(...(template.errors ?? []).map(error => error.Message));
    }
    console.log(JSON.stringify(errors));
  `;
  const child = promisify(execFile)(
    process.execPath,
    ['--import', 'tsx', '--input-type=module', '--eval', script],
    { cwd: __dirname },
  );
  child.child.stdin!.end(read(path));
  return JSON.parse((await child).stdout);
}

interface Job {
  permissions: Record<string, string>;
  environment?: string;
  needs?: string | string[];
  'timeout-minutes'?: number;
  steps: { uses?: string; run?: string; with?: Record<string, unknown> }[];
}

const jobsOf = (path: string): Record<string, Job> => parse(read(path)).jobs;

describe("the workflows of a new repository's CI", () => {
  it.each(WORKFLOWS)("%s is one by GitHub's own parser", async path => {
    expect(await problemsOf('workflow', path)).toEqual([]);
  });

  it("has an action that is one by GitHub's own parser", async () => {
    expect(await problemsOf('action', ACTION)).toEqual([]);
  });

  it('would find a mistake', async () => {
    const problems = promisify(execFile)(
      process.execPath,
      [
        '--import',
        'tsx',
        '--input-type=module',
        '--eval',
        `import { NoOperationTraceWriter, parseWorkflow } from '@actions/workflow-parser';
         const { context } = parseWorkflow({ name: 'x', content: 'on: push\\njobs:\\n  a:\\n    step: []' }, new NoOperationTraceWriter());
         console.log(context.errors.getErrors().length);`,
      ],
      { cwd: __dirname },
    );
    expect(Number((await problems).stdout)).toBeGreaterThan(0);
  });

  it.each([...WORKFLOWS, ACTION])(
    '%s pins every action of others by a full version',
    path => {
      const uses = [...read(path).matchAll(/uses: *(\S+)/g)].map(
        ([, used]) => used,
      );
      expect(uses.length).toBeGreaterThan(0);
      for (const used of uses.filter(each => !each.startsWith('./'))) {
        expect(used).toMatch(/^[\w-]+\/[\w-]+@v\d+\.\d+\.\d+$/);
      }
    },
  );

  it.each(WORKFLOWS)('%s lets each job do no more than it needs', path => {
    expect(parse(read(path)).permissions).toEqual({});
    for (const job of Object.values(jobsOf(path))) {
      const { permissions, steps } = job;
      const takesRole = steps.some(
        ({ uses }) => uses === './.github/actions/environment',
      );
      const comments = steps.some(({ run }) => run?.includes('comment.sh'));
      expect({ ...permissions }).toMatchObject({ contents: 'read' });
      expect(permissions['id-token']).toBe(takesRole ? 'write' : undefined);
      expect(permissions['pull-requests']).toBe(comments ? 'write' : undefined);
      expect(job['timeout-minutes']).toBeGreaterThan(0);
      steps
        .filter(({ uses }) => uses?.startsWith('actions/checkout@'))
        .forEach(step =>
          expect(step.with).toMatchObject({ 'persist-credentials': false }),
        );
    }
  });

  it.each([...WORKFLOWS, ACTION])(
    '%s puts no expression into a shell script, where it could be code',
    path => {
      const document = parse(read(path));
      const steps: Job['steps'] = document.jobs
        ? Object.values(document.jobs as Record<string, Job>).flatMap(
            job => job.steps,
          )
        : document.runs.steps;
      for (const { run } of steps) {
        expect(run ?? '').not.toContain('${{');
      }
    },
  );

  it('destroys nowhere but behind the approval of an environment', () => {
    const destroying = WORKFLOWS.flatMap(path =>
      Object.entries(jobsOf(path))
        .filter(([, { steps }]) => {
          const runs = steps.map(({ run }) => run ?? '').join('\n');
          return (
            /-- apply/.test(runs) && runs.includes('--filter-allow-destroy')
          );
        })
        .map(([name, { environment }]) => [path, name, environment]),
    );
    expect(destroying).toEqual([
      ['workflows/apply.yaml', 'destroy', 'destroy'],
    ]);
    expect(jobsOf('workflows/apply.yaml').destroy.needs).toEqual([
      'changes',
      'apply',
    ]);
  });
});
