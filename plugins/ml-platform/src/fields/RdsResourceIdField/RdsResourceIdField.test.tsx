import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';
import { lookUpCommands } from './lookUpCommands';

const STEPS = onePage('resourceId', {
  type: 'string',
  title: 'Resource id',
  'ui:field': 'RdsResourceIdField',
});

const GOOD = 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ';

describe('RdsResourceIdField', () => {
  it('offers the command for the typed name and copies it', async () => {
    const user = userEvent.setup();
    // jsdom has no clipboard of this (or any) kind.
    const execCommand = jest.fn((_command: string) => true);
    Object.assign(document, { execCommand });
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { repository: 'ml-infra', environment: 'test' },
    });
    const input = await screen.findByRole('textbox', { name: /Resource id/ });
    await user.type(input, 'features-db');
    await user.tab();
    expect(input).toHaveAccessibleDescription(
      expect.stringContaining('does not look like a resource id'),
    );
    expect(
      await screen.findByText(
        /describe-db-instances --db-instance-identifier features-db --region eu-west-2/,
      ),
    ).toBeInTheDocument();
    await user.click(
      screen.getByRole('button', { name: /Copy the command for an Aurora/ }),
    );
    expect(await screen.findByText('Copied')).toBeInTheDocument();
    expect(execCommand).toHaveBeenCalledWith('copy');
  });

  it('says nothing more once the id looks right', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { resourceId: GOOD },
    });
    expect(await screen.findByRole('textbox')).toHaveValue(GOOD);
    expect(screen.queryByText(/describe-db/)).not.toBeInTheDocument();
    expect(screen.queryByText(/does not look like/)).not.toBeInTheDocument();
  });

  it('lets an unusual id pass, as the plan does', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: { resourceId: 'features-db' },
    });
    await screen.findByRole('textbox');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      await screen.findByRole('button', { name: 'Create' }),
    ).toBeInTheDocument();
  });

  it('refuses an ARN', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      formData: {
        resourceId: 'arn:aws:rds:eu-west-2:123456789012:db:features',
      },
    });
    await screen.findByRole('textbox');
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    expect(
      (await screen.findAllByText(/is an ARN; the resource id/)).length,
    ).toBeGreaterThan(0);
  });
});

describe('lookUpCommands', () => {
  it.each([
    [undefined, 'my-database'],
    ['features-db', 'features-db'],
    ['db-prod', 'db-prod'],
    [GOOD, 'my-database'],
    ['x; rm -rf ~', 'my-database'],
    ['$(id)', 'my-database'],
    ["a' || true", 'my-database'],
  ])('puts %s into the command as %s', (typed, name) => {
    for (const { command } of lookUpCommands(typed, undefined)) {
      expect(command).toContain(`-identifier ${name} --query`);
    }
  });
});
