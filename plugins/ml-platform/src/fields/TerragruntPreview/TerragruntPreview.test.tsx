import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { loadFormFields } from '../../__testUtils__/loadFormFields';
import { planPreview } from '../../__testUtils__/planPreview';
import { renderWizard } from '../../__testUtils__/renderWizard';

const FINDING = {
  id: 'bucket-name',
  severity: 'error' as const,
  message: 'The bucket holds a wildcard.',
  fix: 'Name one bucket.',
  field: 's3Access.bucketArns[0]',
  source: 'https://docs.aws.amazon.com/s3',
};

async function start(api = fakeMlPlatformApi()) {
  const wizard = renderWizard({
    api,
    fields: await loadFormFields(),
    steps: [
      {
        title: 'Preview',
        type: 'object',
        required: ['preview'],
        properties: {
          reason: { type: 'string', title: 'Why' },
          preview: {
            type: 'object',
            title: 'What will change',
            'ui:field': 'TerragruntPreview',
            'ui:options': { kind: 'workload' },
          },
        },
      },
    ],
    formData: { name: 'feast' },
  });
  return { ...wizard, api };
}

const review = () =>
  userEvent.click(screen.getByRole('button', { name: 'Review' }));

describe('TerragruntPreview', () => {
  it('shows what will happen and stores what it showed', async () => {
    const { submitted } = await start();
    expect(screen.getByText(/planning the change/)).toBeInTheDocument();
    expect(await screen.findByText('test-feast-irsa')).toBeInTheDocument();
    expect(screen.getByText(/May list and read/)).toBeInTheDocument();
    expect(screen.getByText('@acme/ml-platform')).toBeInTheDocument();
    expect(
      screen.getByRole('heading', {
        name: 'Changes to 1 file: 1 line added, 1 line removed',
      }),
    ).toBeInTheDocument();
    const diff = screen.getByRole('region', { name: /^Diff of env\/test/ });
    expect(diff).toHaveTextContent('+ { name = "feast" },');
    expect(diff).toHaveAttribute('tabindex', '0');
    expect(screen.getByRole('link', { name: '0123456789' })).toHaveAttribute(
      'href',
      'http://localhost:7100/acme/ml-infra/commit/0123456789012345678901234567890123456789',
    );
    await review();
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() => expect(submitted).toHaveLength(1));
    expect(submitted[0].preview).toEqual({
      digest: 'd1',
      commit: '0123456789012345678901234567890123456789',
    });
  });

  it('does not go on while a finding is an error, and names the field', async () => {
    const api = fakeMlPlatformApi();
    api.previewPlan.mockResolvedValue(
      planPreview({ findings: [FINDING], files: [] }),
    );
    await start(api);
    expect(
      await screen.findByText('The bucket holds a wildcard.'),
    ).toBeVisible();
    const heading = screen.getByRole('heading', { name: /To be corrected/ });
    expect(
      within(heading.parentElement!).getByText(/bucket arns, row 1/),
    ).toBeVisible();
    await review();
    expect(
      (await screen.findAllByText(/Go back and correct: .*row 1/)).length,
    ).toBeGreaterThan(0);
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });

  it('goes on with warnings', async () => {
    const api = fakeMlPlatformApi();
    api.previewPlan.mockResolvedValue(
      planPreview({ findings: [{ ...FINDING, severity: 'warning' }] }),
    );
    await start(api);
    expect(await screen.findByText(/To be aware of \(1\)/)).toBeVisible();
    await review();
    expect(await screen.findByRole('button', { name: 'Create' })).toBeVisible();
  });

  it('says what failed, does not go on, and tries again', async () => {
    const api = fakeMlPlatformApi();
    api.previewPlan.mockRejectedValueOnce(
      new Error('its rate limit is used up; try again at 14:05 UTC'),
    );
    await start(api);
    expect(await screen.findByText(/at 14:05 UTC/)).toBeVisible();
    await review();
    expect(
      (await screen.findAllByText(/There is no preview/)).length,
    ).toBeGreaterThan(0);
    await userEvent.click(screen.getByRole('button', { name: 'Try again' }));
    expect(await screen.findByText('What will exist')).toBeVisible();
  });

  it('says when there is nothing to change', async () => {
    const api = fakeMlPlatformApi();
    api.previewPlan.mockResolvedValue(
      planPreview({ operation: 'none', files: [], codeOwners: [] }),
    );
    await start(api);
    expect(await screen.findByText('There is nothing to change')).toBeVisible();
  });

  it('plans again once typing has settled, without its own value', async () => {
    const { api } = await start();
    await screen.findByText('What will exist');
    const calls = api.previewPlan.mock.calls.length;
    await userEvent.type(screen.getByRole('textbox', { name: /Why/ }), 'ML-42');
    await waitFor(() =>
      expect(api.previewPlan).toHaveBeenLastCalledWith(
        { kind: 'workload', request: { name: 'feast', reason: 'ML-42' } },
        expect.anything(),
      ),
    );
    expect(api.previewPlan.mock.calls.length).toBeLessThan(calls + 5);
  });

  it('shows sizes and cost of node groups, and what is destroyed', async () => {
    const api = fakeMlPlatformApi();
    api.previewPlan.mockResolvedValue(
      planPreview({
        sizes: [
          {
            nodeGroup: 'gpu',
            instanceType: 'g5.xlarge',
            min: 0,
            desired: 1,
            max: 4,
            vcpu: 4,
            memoryGiB: 16,
            gpus: 1,
            accelerator: 'NVIDIA A10G',
            monthlyUsd: 734,
          },
        ],
        cost: { monthlyUsd: 734, asOf: '2026-11-01', source: 'AWS price list' },
        summary: {
          ...planPreview().summary,
          replaced: ['The role is made anew'],
        },
      }),
    );
    await start(api);
    const row = await screen.findByRole('row', { name: /g5.xlarge/ });
    expect(row).toHaveTextContent('0, 1, 4');
    expect(row).toHaveTextContent('1 × NVIDIA A10G');
    expect(screen.getByText(/About \$734 a month.*2026-11-01/)).toBeVisible();
    expect(
      screen.getByRole('heading', { name: 'What is destroyed and made anew' }),
    ).toBeVisible();
  });

  it('copies a policy and a diff', async () => {
    await start();
    await screen.findByText('What will exist');
    expect(
      screen.getByRole('button', { name: /^Copy the diff of env\/test/ }),
    ).toBeVisible();
    await userEvent.click(screen.getByText('test-feast-s3'));
    expect(
      screen.getByRole('button', { name: 'Copy the policy test-feast-s3' }),
    ).toBeInTheDocument();
  });
});
