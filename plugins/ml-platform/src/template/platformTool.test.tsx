import type { Entity } from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import {
  parseToolRequest,
  TOOL_IDS,
} from '@ml-platform/plugin-ml-platform-common';
import { screen, waitFor, within } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { loadFormFields } from '../__testUtils__/loadFormFields';
import { renderWizard } from '../__testUtils__/renderWizard';

const template: Entity & { spec: { parameters: any[] } } = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/platform-tool/template.yaml'),
    'utf8',
  ),
);

/** The pages before the preview, which has tests of its own. */
const PAGES: JsonObject[] = template.spec.parameters.slice(0, -1);

async function startWizard(
  formData: Record<string, JsonValue>,
  theme: 'mui' | 'bui' = 'mui',
  pages = PAGES,
) {
  return renderWizard({
    fields: await loadFormFields(),
    steps: structuredClone(pages),
    formData,
    theme,
    entities: [{ kind: 'Group', metadata: { name: 'ml-research' } }],
  });
}

const START = {
  repository: 'ml-infra',
  environment: 'test',
  owner: 'group:default/ml-research',
};

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function type(name: RegExp, text: string) {
  const input = await screen.findByRole('textbox', { name });
  await userEvent.clear(input);
  await userEvent.click(input);
  await userEvent.paste(text);
}

describe('the template platform-tool', () => {
  it('is a valid template that offers every tool and ends with a preview', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
    const [first, , last] = template.spec.parameters;
    const { tool } = first.properties;
    expect([...tool.enum].sort()).toEqual([...TOOL_IDS].sort());
    expect(tool['ui:enumNames']).toHaveLength(TOOL_IDS.length);
    expect(last.properties.preview).toMatchObject({
      'ui:field': 'TerragruntPreview',
      'ui:options': { kind: 'tool' },
    });
  });

  it.each(['mui', 'bui'] as const)(
    'adds MLflow with one answer (%s)',
    async theme => {
      const { submitted } = await startWizard(START, theme);
      const mlflow = await screen.findByRole('radio', { name: /^MLflow/ });
      expect(
        screen.getByRole('radio', { name: /^Helm releases/ }),
      ).not.toBeChecked();
      await userEvent.click(mlflow);
      await press('Next');
      expect(
        await screen.findByText(/needs an EKS cluster and a VPC/),
      ).toBeInTheDocument();
      await type(/^Domain/, 'ml.acme.example');
      await press('Review');
      await press('Create');
      await waitFor(() => expect(submitted).toHaveLength(1));

      expect(parseToolRequest(submitted[0])).toEqual({
        ...START,
        tool: 'mlflow',
        intent: 'add',
        answers: { domainName: 'ml.acme.example' },
      });
    },
    60_000,
  );

  it('refuses a secret that is typed, and says how one is made', async () => {
    const { submitted } = await startWizard(
      { ...START, tool: 'jupyterhub' },
      'mui',
      PAGES.slice(1),
    );
    await type(/GitHub OAuth app/, 'Iv1.0123456789abcdef');
    const value = 'wJalrXUtnFEMIxK7MDENGxbPxRfiCYEXAMPLEKEY';
    await type(/client secret/, value);
    await userEvent.tab();
    expect(
      await screen.findByText(/looks like the secret itself/),
    ).toHaveTextContent(
      'aws secretsmanager create-secret --name ml-platform/jupyterhub/github-client-secret --secret-string file://secret.txt',
    );
    await press('Review');
    expect(screen.queryByRole('button', { name: 'Create' })).toBeNull();

    await type(/client secret/, 'ml/jupyterhub/client-secret');
    await type(/GitHub organisations/, 'acme');
    await press('Review');
    await press('Create');
    await waitFor(() => expect(submitted).toHaveLength(1));
    expect(submitted[0].answers).toEqual({
      gitClientId: 'Iv1.0123456789abcdef',
      gitClientSecretSecretName: 'ml/jupyterhub/client-secret',
      allowedOrganizations: ['acme'],
    });
  }, 60_000);

  it('opens with present values, takes an emptied one back and keeps the others', async () => {
    const { submitted } = await startWizard(
      {
        ...START,
        tool: 'mlflow',
        intent: 'change',
        answers: {
          domainName: 'ml.acme.example',
          rdsInstanceClass: 'db.m7g.large',
          authEnabled: false,
        },
      },
      'mui',
      PAGES.slice(1),
    );
    await userEvent.click(
      await screen.findByText(/Further settings \(2 of \d+ answered\)/),
    );
    const group = screen.getByRole('group', { name: 'MLflow' });
    const database = within(group).getByRole('textbox', {
      name: /^Database class/,
    });
    expect(database).toHaveValue('db.m7g.large');
    await userEvent.clear(database);
    await press('Review');
    await press('Create');
    await waitFor(() => expect(submitted).toHaveLength(1));

    expect(parseToolRequest(submitted[0])).toMatchObject({
      intent: 'change',
      answers: {
        domainName: 'ml.acme.example',
        rdsInstanceClass: null,
        authEnabled: false,
      },
    });
  }, 60_000);

  it('drops answers about a tool that was chosen before', async () => {
    const { submitted } = await startWizard(
      {
        ...START,
        tool: 'dashboard',
        answers: { domainName: 'ml.acme.example', rdsInstanceClass: 'x' },
      },
      'mui',
      PAGES.slice(1),
    );
    await type(/^Image/, 'ghcr.io/acme/dashboard:v1');
    await press('Review');
    await press('Create');
    await waitFor(() => expect(submitted).toHaveLength(1));
    expect(submitted[0].answers).toEqual({
      domainName: 'ml.acme.example',
      image: 'ghcr.io/acme/dashboard:v1',
    });
  }, 60_000);
});
