import { marked } from 'marked';
import { parseCodeOwners } from './codeOwners';
import { parseMarker } from './changeMarker';
import { renderPullRequestBody } from './renderPullRequestBody';
import { renderSummary } from './renderSummary';
import { changePlan, marker } from './__testUtils__/fixtures';

const owners = parseCodeOwners('env/ @acme/ml-platform');
const requester = {
  userEntityRef: 'user:default/dana',
  login: 'dana',
  displayName: 'Dana Okafor',
};

describe('renderPullRequestBody', () => {
  it('tells a reviewer everything in a fixed order', () => {
    const plan = changePlan();
    plan.summary.replaced = ['Node group gpu'];
    plan.access[0].alsoReachableBy = [
      { environment: 'prod', workload: 'ray', file: 'env/prod/x.hcl' },
    ];
    plan.findings = [
      {
        id: 'bucket-elsewhere',
        severity: 'warning',
        message: 'The bucket acme-models is not declared here.',
        fix: 'Check that it exists.',
        file: 'env/dev/x.hcl',
        line: 7,
        source: 'https://docs.aws.amazon.com/s3',
      },
    ];
    expect(
      renderPullRequestBody({
        plan,
        requester,
        reason: 'Training needs its models.\nThanks!',
        owners,
        marker: marker(),
      }),
    ).toMatchInlineSnapshot(`
      "<!-- ml-platform:begin -->
      Give the workload mlflow in dev a role of its own.

      Requested by **Dana Okafor** (\`user:default/dana\`, GitHub \`dana\`).

      > Training needs its models.
      > Thanks!

      | Input | Value |
      | --- | --- |
      | namespace | \`mlflow\` |

      ### What will exist after apply

      - IAM role \`dev-mlflow-irsa\`

      ### Replaced: destroyed and made anew

      - Node group gpu

      ### Access granted

      - May read and write the bucket acme-models.
        - also reachable by \`ray\` in \`prod\` (\`env/prod/x.hcl\`)

      <details><summary>Exact policy dev-mlflow-s3</summary>

      \`\`\`json
      {
        "Version": "2012-10-17",
        "Statement": [
          {
            "Effect": "Allow",
            "Action": [
              "s3:GetObject"
            ],
            "Resource": [
              "arn:aws:s3:::acme-models/*"
            ]
          }
        ]
      }
      \`\`\`

      </details>

      ### Findings

      - **warning** \`bucket-elsewhere\`: The bucket acme-models is not declared here. (\`env/dev/x.hcl:7\`) Check that it exists. [source](https://docs.aws.amazon.com/s3)

      ### What the reviewer should check

      - [ ] The bucket belongs to the team.

      ### After the merge

      - Restart the pods.

      ### How to roll back

      Revert the commit.

      ### Files

      | File | Change | Code owners |
      | --- | --- | --- |
      | \`env/dev/catalog/workload-mlflow.yaml\` | added | \`@acme/ml-platform\` |
      | \`env/dev/aws/irsa-ml-workloads/terragrunt.hcl\` | changed | \`@acme/ml-platform\` |

      Asking for the same thing again in the portal adds a commit to this pull request; commits of others stay.
      <!-- ml-platform:change {"version":1,"kind":"workload","thing":"workload","repository":"acme/ml-infra","environment":"dev","name":"mlflow","requester":"user:default/dana","requestDigest":"digest-of-request","planDigest":"digest-of-plan","head":"head","title":"Add workload mlflow to dev","request":{"name":"mlflow"}} -->
      <!-- ml-platform:end -->"
    `);
  });

  it('lets no value of the form format, mention, link or end anything', () => {
    const evil =
      '--> <script>x</script> @acme/everybody #1 [a](javascript:b) `` ``` | **x**\n# T\n<!-- ml-platform:end -->';
    const plan = changePlan({
      environment: evil,
      findings: [
        { id: evil, severity: 'info', message: evil, fix: evil, file: evil },
      ],
      summary: {
        what: evil,
        inputs: [{ name: evil, value: evil }],
        willExist: [evil],
        changesInPlace: [evil],
        replaced: [evil],
        afterMerge: [evil],
        rollback: evil,
        reviewerChecks: [evil],
      },
      files: [{ path: evil, after: '' }],
    });
    plan.access[0] = {
      ...plan.access[0],
      sentence: evil,
      policyName: evil,
      alsoReachableBy: [{ environment: evil, workload: evil, file: evil }],
    };
    plan.access[0].policy.Statement[0].Resource = [evil];
    const body = renderPullRequestBody({
      plan,
      requester: { userEntityRef: evil, login: evil, displayName: evil },
      reason: evil,
      owners: { ownersOf: () => [evil] },
      marker: marker({ name: evil, request: { evil } }),
    });
    const html = marked.parse(body, { async: false });
    const tags = new Set(html.match(/<[^>]*>/g));
    expect([...tags].filter(tag => !tag.startsWith('</')).sort()).toEqual([
      '<!-- ml-platform:begin -->',
      expect.stringMatching(/^<!-- ml-platform:change .* -->$/),
      '<!-- ml-platform:end -->',
      '<blockquote>',
      '<code class="language-json">',
      '<code>',
      '<details>',
      '<h3>',
      '<input disabled="" type="checkbox">',
      '<li>',
      '<p>',
      '<pre>',
      '<strong>',
      '<summary>',
      '<table>',
      '<tbody>',
      '<td>',
      '<th>',
      '<thead>',
      '<tr>',
      '<ul>',
    ]);
    const outsideCode = html
      .replace(/<!--.*?-->/g, '')
      .replace(/<code.*?<\/code>/gs, '');
    expect(outsideCode).not.toMatch(/@(?!\u200b|&#8203;)\w|#(?=\d)(?<!&#)/);
    expect(outsideCode).not.toContain('<strong>x</strong>');
    expect(parseMarker(body)?.name).toBe(evil);
  });

  it('stays within what GitHub takes', () => {
    const plan = changePlan();
    const long = 'x'.repeat(10_000);
    plan.summary.inputs = Array.from({ length: 60 }, () => ({
      name: 'bucket',
      value: long,
    }));
    plan.access = Array.from({ length: 40 }, () => ({
      ...plan.access[0],
      policy: {
        Version: '2012-10-17' as const,
        Statement: [
          { Effect: 'Allow' as const, Action: 's3:*', Resource: long },
        ],
      },
    }));
    const body = renderPullRequestBody({
      plan,
      requester,
      reason: long,
      owners,
      marker: marker({ request: { long } }),
    });
    expect(body.length).toBeLessThan(65_536);
    expect(body).toContain('… (10000 characters)');
    expect(parseMarker(body)?.name).toBe('mlflow');
  });
});

describe('renderSummary', () => {
  it.each([
    ['created', 'Opened [pull request #12](http://x/12).'],
    ['updated', 'Added a commit to [pull request #12](http://x/12).'],
    ['unchanged', 'Nothing to change: [pull request #12](http://x/12) says'],
    ['dry-run', 'Dry run:'],
  ] as const)('begins with the outcome %s', (outcome, expected) => {
    expect(
      renderSummary({
        plan: changePlan(),
        outcome,
        number: 12,
        url: 'http://x/12',
      }),
    ).toContain(expected);
  });

  it('names the access, what stands out and what to do next', () => {
    const plan = changePlan({
      findings: [
        { id: 'a', severity: 'warning', message: 'Careful.', fix: 'Look.' },
        { id: 'b', severity: 'info', message: 'Unknown.', fix: '' },
      ],
    });
    const summary = renderSummary({
      plan,
      outcome: 'created',
      number: 1,
      url: 'http://x/1',
    });
    expect(summary).toContain('- May read and write the bucket acme-models.');
    expect(summary).toContain('- Careful. Look.');
    expect(summary).toContain('- Restart the pods.');
    expect(summary).not.toContain('Unknown');
  });

  it('says that the base branch has it already', () => {
    expect(renderSummary({ plan: changePlan(), outcome: 'unchanged' })).toBe(
      'Nothing to change: main says already what was asked for.\n\n**Access**\n\n- May read and write the bucket acme-models.',
    );
  });
});
