import type { Entity } from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject } from '@backstage/types';
import { parseProfileRequest } from '@ml-platform/plugin-ml-platform-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { loadFormFields } from '../__testUtils__/loadFormFields';
import { renderWizard } from '../__testUtils__/renderWizard';

const template: Entity & { spec: { parameters: JsonObject[] } } = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/user-profile/template.yaml'),
    'utf8',
  ),
);

const ENTITIES = [
  {
    kind: 'User',
    metadata: { name: 'dana' },
    spec: {
      profile: { displayName: 'Dana Okafor', email: 'dana@acme.example' },
    },
  },
  {
    kind: 'User',
    metadata: { name: 'amara' },
    spec: {
      profile: { displayName: 'Amara Silva', email: 'amara@acme.example' },
    },
  },
  { kind: 'Group', metadata: { name: 'ml-research' } },
];

/** The pages before the preview, which has tests of its own. */
const PAGES = template.spec.parameters.slice(0, -1);

async function startWizard(theme: 'mui' | 'bui') {
  return renderWizard({
    fields: await loadFormFields(),
    steps: structuredClone(PAGES),
    entities: ENTITIES,
    theme,
  });
}

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function passFirstPage() {
  await waitFor(() =>
    expect(screen.getByRole('textbox', { name: /E-mail/ })).toHaveValue(
      'dana@acme.example',
    ),
  );
  await press('Next');
  await userEvent.click(await screen.findByRole('radio', { name: /^test/ }));
}

describe('the template user-profile', () => {
  it('is a valid template, which ends with a preview', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
    expect(template.spec.parameters.slice(-1)).toMatchObject([
      {
        properties: {
          preview: {
            'ui:field': 'TerragruntPreview',
            'ui:options': { kind: 'profile' },
          },
        },
      },
    ]);
  });

  it.each(['mui', 'bui'] as const)(
    'onboards the signed-in person without typing (%s)',
    async theme => {
      const { submitted } = await startWizard(theme);
      await passFirstPage();
      await press('Review');
      await press('Create');
      await waitFor(() => expect(submitted).toHaveLength(1));

      expect(parseProfileRequest(submitted[0])).toEqual({
        repository: 'ml-infra',
        environment: 'test',
        username: 'dana.okafor',
        email: 'dana@acme.example',
        role: 'User',
        createAccessKey: false,
      });
    },
  );

  it.each(['mui', 'bui'] as const)(
    'asks a developer for reason and approver (%s)',
    async theme => {
      const { submitted } = await startWizard(theme);
      await passFirstPage();
      await userEvent.click(screen.getByRole('radio', { name: /Developer/ }));
      const approver = await screen.findByRole('combobox', {
        name: /Approver/,
      });
      expect(approver).toHaveValue('');
      await press('Review');
      expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();

      await userEvent.type(
        screen.getByRole('textbox', { name: /Why it is needed/ }),
        'Runs the clusters',
      );
      await userEvent.type(approver, 'a');
      const options = await screen.findAllByRole('option');
      expect(options.map(option => option.textContent)).toEqual([
        expect.stringContaining('Amara Silva'),
      ]);
      await userEvent.click(options[0]);
      await press('Review');
      await press('Create');
      await waitFor(() => expect(submitted).toHaveLength(1));

      expect(parseProfileRequest(submitted[0])).toMatchObject({
        role: 'Developer',
        reason: 'Runs the clusters',
        approver: 'user:default/amara',
      });
    },
  );
});
