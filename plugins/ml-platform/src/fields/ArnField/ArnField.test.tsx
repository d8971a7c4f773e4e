import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { fakeMlPlatformApi } from '../../__testUtils__/fakeMlPlatformApi';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const CHOSEN = { repository: 'ml-infra', environment: 'test' };

function single(service: string) {
  return onePage('arn', {
    type: 'string',
    title: 'Thing',
    'ui:field': 'ArnField',
    'ui:options': { service },
  });
}

const LIST = onePage('buckets', {
  type: 'array',
  title: 'Buckets',
  minItems: 1,
  items: {
    type: 'string',
    default: '',
    'ui:field': 'ArnField',
    'ui:options': { service: 's3' },
  },
});

async function submit() {
  await userEvent.click(screen.getByRole('button', { name: 'Review' }));
  await userEvent.click(await screen.findByRole('button', { name: 'Create' }));
}

describe('ArnField', () => {
  it('shows the ARN it makes and stores it', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: single('s3'),
      formData: CHOSEN,
    });
    const input = await screen.findByRole('textbox', { name: /Thing/ });
    await userEvent.type(input, 's3://my-bucket/models');
    expect(input).toHaveValue('s3://my-bucket/models');
    expect(
      await screen.findByText('arn:aws:s3:::my-bucket'),
    ).toBeInTheDocument();
    expect(input).toHaveAccessibleDescription(
      expect.stringContaining('stands for the whole bucket my-bucket'),
    );
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([{ ...CHOSEN, arn: 'arn:aws:s3:::my-bucket' }]),
    );
  });

  it('waits with its objections until the input is left', async () => {
    renderWizard({ fields: [field], steps: single('s3'), formData: CHOSEN });
    const input = await screen.findByRole('textbox', { name: /Thing/ });
    await userEvent.type(input, 'My_Bucket');
    expect(input).toBeValid();
    await userEvent.tab();
    expect(input).toBeInvalid();
    expect(input).toHaveAccessibleDescription(
      expect.stringContaining('must be lower-case letters'),
    );
  });

  it('makes the ARN of a table once the environment is known', async () => {
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
      steps: single('dynamodb'),
      formData: CHOSEN,
      api,
    });
    const input = await screen.findByRole('textbox', { name: /Thing/ });
    await userEvent.type(input, 'features');
    arrive();
    const arn = 'arn:aws:dynamodb:eu-west-2:123456789012:table/features';
    expect(await screen.findByText(arn)).toBeInTheDocument();
    await submit();
    await waitFor(() => expect(submitted).toEqual([{ ...CHOSEN, arn }]));
  });

  it('replaces objects by their bucket at one press', async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: single('s3'),
      formData: CHOSEN,
    });
    const input = await screen.findByRole('textbox', { name: /Thing/ });
    await userEvent.type(input, 'arn:aws:s3:::models/*');
    await userEvent.click(
      await screen.findByRole('button', { name: 'Use arn:aws:s3:::models' }),
    );
    expect(input).toHaveValue('arn:aws:s3:::models');
    await submit();
    await waitFor(() =>
      expect(submitted).toEqual([{ ...CHOSEN, arn: 'arn:aws:s3:::models' }]),
    );
  });

  describe.each(['mui', 'bui'] as const)('in rows (%s)', theme => {
    it('stores the rows, also after one is removed', async () => {
      const { submitted } = renderWizard({
        fields: [field],
        steps: LIST,
        formData: CHOSEN,
        theme,
      });
      const add = await screen.findByRole('button', { name: /add/i });
      await userEvent.type((await screen.findAllByRole('textbox'))[0], 'first');
      await userEvent.click(add);
      await userEvent.click(add);
      const inputs = await screen.findAllByRole('textbox');
      expect(inputs).toHaveLength(3);
      await userEvent.type(inputs[1], 'second');
      await userEvent.type(inputs[2], 's3://third');
      await userEvent.click(
        screen.getAllByRole('button', { name: /remove/i })[1],
      );
      const left = await screen.findAllByRole('textbox');
      expect(left.map(input => (input as HTMLInputElement).value)).toEqual([
        'first',
        's3://third',
      ]);
      await submit();
      await waitFor(() =>
        expect(submitted).toEqual([
          {
            ...CHOSEN,
            buckets: ['arn:aws:s3:::first', 'arn:aws:s3:::third'],
          },
        ]),
      );
    });

    it('names the row that holds the page back', async () => {
      renderWizard({
        fields: [field],
        steps: LIST,
        formData: {
          ...CHOSEN,
          buckets: ['arn:aws:s3:::good', 'arn:aws:s3:::*'],
        },
        theme,
      });
      await screen.findAllByRole('textbox');
      await userEvent.click(screen.getByRole('button', { name: 'Review' }));
      expect(
        (await screen.findAllByText(/Row 2: .*holds a wildcard/)).length,
      ).toBeGreaterThan(0);
      expect(
        screen.queryByRole('button', { name: 'Create' }),
      ).not.toBeInTheDocument();
    });
  });
});
