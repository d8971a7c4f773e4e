import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field } from './field';

const STEPS = onePage(
  'owner',
  { type: 'string', title: 'Owner', 'ui:field': 'OwnerField' },
  true,
);

const ENTITIES = [
  { kind: 'Group', metadata: { name: 'ml-platform' } },
  {
    kind: 'Group',
    metadata: { name: 'ml-research' },
    spec: { profile: { displayName: 'ML Research' } },
  },
  { kind: 'User', metadata: { name: 'dana' } },
];

describe('OwnerField', () => {
  it("starts with the person's own group", async () => {
    const { submitted } = renderWizard({
      fields: [field],
      steps: STEPS,
      entities: ENTITIES,
    });
    const input = await screen.findByRole('combobox', { name: /Owner/ });
    await waitFor(() => expect(input).toHaveValue('ML Research'));
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([{ owner: 'group:default/ml-research' }]),
    );
  });

  it('offers the other groups and people, own ones first', async () => {
    renderWizard({ fields: [field], steps: STEPS, entities: ENTITIES });
    const input = await screen.findByRole('combobox', { name: /Owner/ });
    await waitFor(() => expect(input).toHaveValue('ML Research'));
    await userEvent.clear(input);
    const options = await screen.findAllByRole('option');
    expect(options.map(option => option.textContent)).toEqual([
      expect.stringContaining('ML Research'),
      expect.stringContaining('dana'),
      expect.stringContaining('ml-platform'),
    ]);
    await userEvent.click(options[2]);
    expect(input).toHaveValue('ml-platform');
  });

  it('keeps an owner that the catalog does not know', async () => {
    renderWizard({
      fields: [field],
      steps: STEPS,
      entities: ENTITIES,
      formData: { owner: 'group:default/new-team' },
    });
    expect(await screen.findByRole('combobox')).toHaveValue(
      'group:default/new-team',
    );
  });
});
