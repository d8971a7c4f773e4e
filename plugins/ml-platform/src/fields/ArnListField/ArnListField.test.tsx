import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const CHOSEN = { repository: 'ml-infra', environment: 'test' };

function steps(service: string, minItems = 1) {
  return onePage('arns', {
    type: 'array',
    title: 'Things',
    description: 'One row each.',
    minItems,
    maxItems: 3,
    items: { type: 'string' },
    'ui:field': 'ArnListField',
    'ui:options': { service },
  });
}

async function submit() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe.each(['mui', 'bui'] as const)('ArnListField (%s)', theme => {
  it('stores the rows, also after one is removed', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: steps('s3'),
      formData: CHOSEN,
      theme,
    });
    const group = await screen.findByRole('group', { name: 'Things' });
    expect(group).toHaveAccessibleDescription('One row each.');
    expect(screen.queryByRole('button', { name: /Remove/ })).toBeNull();
    await userEvent.type(
      await screen.findByRole('textbox', { name: /Bucket/ }),
      'first',
    );
    const add = screen.getByRole('button', { name: 'Add another bucket' });
    await userEvent.click(add);
    expect(screen.getByRole('textbox', { name: /Bucket 2/ })).toHaveFocus();
    await userEvent.keyboard('second');
    await userEvent.click(add);
    await userEvent.keyboard('s3://third/models');
    expect(add).toBeDisabled();
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove bucket 2' }),
    );
    expect(screen.getByRole('textbox', { name: /Bucket 2/ })).toHaveValue(
      's3://third/models',
    );
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([
        { ...CHOSEN, arns: ['arn:aws:s3:::first', 'arn:aws:s3:::third'] },
      ]),
    );
  });

  it('starts empty where nothing is needed', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: steps('kms', 0),
      formData: CHOSEN,
      theme,
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a key' }),
    );
    await userEvent.click(
      await screen.findByRole('button', { name: 'Remove key 1' }),
    );
    expect(screen.queryByRole('textbox')).toBeNull();
    await submit();
    await waitFor(() => expect(submitted).toEqual([{ ...CHOSEN, arns: [] }]));
  });

  it('makes the ARNs of all rows once the environment is known', async () => {
    const api = fakeMlPlatformApi();
    const answer = await api.listEnvironments('ml-infra');
    let arrive = () => {};
    api.listEnvironments.mockReturnValueOnce(
      new Promise(done => {
        arrive = () => done(answer);
      }),
    );
    const { submitted } = renderWizard({
      fields: [field],
      steps: steps('dynamodb'),
      formData: { ...CHOSEN, arns: ['offline', 'online'] },
      theme,
      api,
    });
    await screen.findAllByRole('textbox');
    arrive();
    const arns = ['offline', 'online'].map(
      name => `arn:aws:dynamodb:eu-west-2:123456789012:table/${name}`,
    );
    expect(await screen.findByText(arns[1])).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(submitted).toEqual([{ ...CHOSEN, arns }]));
  });

  it('names the row that holds the page back', async () => {
    renderWizard({
      fields: [field],
      steps: steps('s3'),
      formData: { ...CHOSEN, arns: ['arn:aws:s3:::good', 'arn:aws:s3:::*'] },
      theme,
    });
    await screen.findAllByRole('textbox');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/Row 2: .*holds a wildcard/)).length,
    ).toBeGreaterThan(0);
    expect(screen.getByRole('textbox', { name: /Bucket 2/ })).toBeInvalid();
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
