import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { renderWizard } from '../../__testUtils__/renderWizard';
import { field as emailField } from '../ProfileEmailField/field';
import { field as personField } from './field';

const STEPS = [
  {
    title: 'Page',
    type: 'object',
    required: ['username', 'email'],
    properties: {
      username: {
        type: 'string',
        title: 'Username',
        'ui:field': 'ProfilePersonField',
      },
      email: {
        type: 'string',
        title: 'E-mail',
        'ui:field': 'ProfileEmailField',
      },
    },
  },
];

function user(name: string, displayName: string, email?: string) {
  return {
    kind: 'User',
    metadata: { name },
    spec: { profile: { displayName, email } },
  };
}

const TEAM = [
  user('zoe', 'Zoë Ng', 'zoe@acme.example'),
  user('dana', 'Dana Okafor', 'dana@acme.example'),
  user('bot', 'Robot'),
];

function render(entities = TEAM, formData = {}) {
  return renderWizard({
    fields: [personField, emailField],
    steps: structuredClone(STEPS),
    entities,
    formData,
  });
}

const username = () => screen.findByRole('textbox', { name: /Username/ });
const email = () => screen.getByRole('textbox', { name: /E-mail/ });

describe('ProfilePersonField and ProfileEmailField', () => {
  it('start with the signed-in person', async () => {
    const { submitted } = render();
    await waitFor(async () =>
      expect(await username()).toHaveValue('dana.okafor'),
    );
    await waitFor(() => expect(email()).toHaveValue('dana@acme.example'));
    expect(screen.getByText('dana-okafor')).toBeInTheDocument();
    expect(
      screen.getByText('mlplatform-access-dana-okafor'),
    ).toBeInTheDocument();

    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );
    await waitFor(() =>
      expect(submitted).toEqual([
        { username: 'dana.okafor', email: 'dana@acme.example' },
      ]),
    );
  });

  it('offer the members of the own groups, oneself first', async () => {
    render();
    const group = await screen.findByRole('group', {
      name: 'You and your team',
    });
    expect(
      [...group.querySelectorAll('button')].map(button => button.textContent),
    ).toEqual(['Dana Okafor (you)', 'Zoë Ng']);

    await userEvent.click(screen.getByRole('button', { name: 'Zoë Ng' }));
    expect(await username()).toHaveValue('zoe.ng');
    await waitFor(() => expect(email()).toHaveValue('zoe@acme.example'));
  });

  it('keep an address that was typed', async () => {
    render();
    await waitFor(() => expect(email()).toHaveValue('dana@acme.example'));
    await userEvent.clear(email());
    await userEvent.type(email(), 'd@acme.example');
    await userEvent.click(screen.getByRole('button', { name: 'Zoë Ng' }));
    expect(email()).toHaveValue('d@acme.example');
  });

  it('keep what the form comes with', async () => {
    render(TEAM, { username: 'piotr.lind', email: 'p@acme.example' });
    await screen.findByRole('button', { name: 'Zoë Ng' });
    expect(await username()).toHaveValue('piotr.lind');
    expect(email()).toHaveValue('p@acme.example');
  });

  it('say that the catalog does not tell the names', async () => {
    render([user('dana', 'Dana')]);
    expect(
      await screen.findByText(/does not tell your first and last name/),
    ).toBeInTheDocument();
    expect(await username()).toHaveValue('');
  });

  it.each([
    ['Dana.Okafor', 'dana@acme.example'],
    ['dana', 'dana@acme.example'],
    ['dana.okafor', 'dana'],
  ])('do not go on with %s and %s', async (name, address) => {
    render([], { username: name, email: address });
    await username();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await screen.findAllByRole('listitem');
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();
  });
});
