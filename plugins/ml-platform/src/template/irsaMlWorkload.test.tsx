import type { Entity } from '@backstage/catalog-model';
import { templateEntityV1beta3Validator } from '@backstage/plugin-scaffolder-common';
import type { JsonObject, JsonValue } from '@backstage/types';
import { parseWorkloadRequest } from '@ml-platform/plugin-ml-platform-common';
import { screen, waitFor } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parse } from 'yaml';
import { fakeMlPlatformApi } from '../__testUtils__/fakeMlPlatformApi';
import { fieldName, loadFormFields } from '../__testUtils__/loadFormFields';
import { renderWizard } from '../__testUtils__/renderWizard';

const template: Entity & { spec: { parameters: JsonObject[] } } = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/irsa-ml-workload/template.yaml'),
    'utf8',
  ),
);

/** Fields that the scaffolder itself brings. */
const BUILT_IN: string[] = [];

const ENTITIES = [{ kind: 'Group', metadata: { name: 'ml-research' } }];

function valuesOf(key: string, node: JsonValue | undefined): JsonValue[] {
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  if (Array.isArray(node)) {
    return node.flatMap(item => valuesOf(key, item));
  }
  return Object.entries(node).flatMap(([name, value]) =>
    name === key ? [value!] : valuesOf(key, value),
  );
}

async function startWizard(theme: 'mui' | 'bui', formData = {}) {
  const api = fakeMlPlatformApi();
  const wizard = renderWizard({
    api,
    fields: await loadFormFields(),
    // The wizard changes what it is given.
    steps: structuredClone(template.spec.parameters),
    entities: ENTITIES,
    formData,
    theme,
  });
  return { ...wizard, api };
}

async function lookAtPreview() {
  expect(await screen.findByText('What will exist')).toBeInTheDocument();
}

async function press(name: string | RegExp) {
  await userEvent.click(await screen.findByRole('button', { name }));
}

async function fill(name: RegExp, text: string) {
  const input = await screen.findByRole('textbox', { name });
  await userEvent.clear(input);
  await userEvent.type(input, text);
  await userEvent.tab();
}

describe('the template irsa-ml-workload', () => {
  it('is a valid template', async () => {
    await expect(templateEntityV1beta3Validator.check(template)).resolves.toBe(
      true,
    );
  });

  it('uses only fields that exist', async () => {
    const known = (await loadFormFields()).map(fieldName);
    const used = valuesOf('ui:field', template.spec.parameters);
    expect([...known, ...BUILT_IN]).toEqual(expect.arrayContaining(used));
    expect(used.length).toBeGreaterThan(8);
  });

  it('enables Retry', () => {
    expect(template.spec).toMatchObject({
      EXPERIMENTAL_recovery: { EXPERIMENTAL_strategy: 'startOver' },
    });
  });

  describe.each(['mui', 'bui'] as const)('in the wizard (%s)', theme => {
    it('makes a request out of a first visit', async () => {
      const { submitted, api } = await startWizard(theme);

      await fill(/Name of the workload/, 'feast');
      await fill(/What it does/, 'Feature store');
      await waitFor(() =>
        expect(screen.getByRole('combobox', { name: /Owner/ })).toHaveValue(
          'ml-research',
        ),
      );
      await press('Next');

      await userEvent.click(
        await screen.findByRole('radio', { name: /^test/ }),
      );
      expect(await screen.findByText('test-feast-irsa')).toBeInTheDocument();
      await fill(/Kubernetes namespace/, 'mlops');
      expect(
        screen.getByRole('textbox', { name: /service account/ }),
      ).toHaveValue('feast');
      await press('Next');

      expect(
        screen.queryByRole('textbox', { name: /Bucket/ }),
      ).not.toBeInTheDocument();
      await userEvent.click(
        await screen.findByRole('checkbox', { name: /S3 buckets/ }),
      );
      await fill(/Bucket/, 's3://features-offline/');
      await userEvent.click(
        screen.getByRole('checkbox', { name: /DynamoDB tables/ }),
      );
      await fill(/^Table/, 'features-online');
      await press('Next');
      await lookAtPreview();
      expect(api.previewPlan).toHaveBeenLastCalledWith(
        {
          kind: 'workload',
          request: expect.objectContaining({ name: 'feast' }),
        },
        expect.objectContaining({ token: 'token-of-dana' }),
      );
      await press('Review');

      expect(
        await screen.findByText('arn:aws:s3:::features-offline'),
      ).toBeInTheDocument();
      await press('Create');
      await waitFor(() => expect(submitted).toHaveLength(1));

      const { preview, ...asked } = submitted[0];
      expect(preview).toEqual({
        digest: 'd1',
        commit: '0123456789012345678901234567890123456789',
      });
      expect(parseWorkloadRequest(asked)).toEqual({
        repository: 'ml-infra',
        environment: 'test',
        name: 'feast',
        description: 'Feature store',
        owner: 'group:default/ml-research',
        namespace: 'mlops',
        createNamespace: false,
        serviceAccount: 'feast',
        createServiceAccount: true,
        keep: [],
        access: ['s3', 'dynamodb'],
        s3Access: {
          bucketArns: ['arn:aws:s3:::features-offline'],
          kmsKeyArns: [],
          readOnly: true,
        },
        dynamodbAccess: {
          tableArns: [
            'arn:aws:dynamodb:eu-west-2:123456789012:table/features-online',
          ],
          readOnly: true,
        },
      });
      expect(screen.getByLabelText('secrets')).toHaveTextContent(
        '{"USER_OAUTH_TOKEN":"token-of-dana"}',
      );
    });

    it('neither sends nor shows for review what was unticked again', async () => {
      const { submitted } = await startWizard(theme, {
        name: 'feast',
        owner: 'group:default/ml-research',
        repository: 'ml-infra',
        environment: 'test',
        namespace: 'mlops',
        serviceAccount: 'feast',
        access: ['s3', 'rds'],
        s3Access: { bucketArns: ['arn:aws:s3:::forgotten'] },
        rdsAccess: {
          resourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
          username: 'feast',
        },
      });
      await press('Next');
      await screen.findByRole('radio', { name: /^test/ });
      await press('Next');
      await userEvent.click(
        await screen.findByRole('checkbox', { name: /S3 buckets/ }),
      );
      expect(screen.queryByText('KMS keys of the buckets')).toBeNull();
      await press('Next');
      await lookAtPreview();
      await press('Review');
      expect(
        await screen.findByText('db-ABCDEFGHIJKLMNOPQRSTUVWXYZ'),
      ).toBeInTheDocument();
      expect(screen.queryByText(/forgotten/)).not.toBeInTheDocument();
      await press('Create');
      await waitFor(() => expect(submitted).toHaveLength(1));
      const { preview: _, ...asked } = submitted[0];
      const request = parseWorkloadRequest(asked);
      expect(request.s3Access).toBeUndefined();
      expect(request.rdsAccess).toEqual({
        resourceId: 'db-ABCDEFGHIJKLMNOPQRSTUVWXYZ',
        username: 'feast',
      });
    });

    it('does not go on without any access', async () => {
      await startWizard(theme, {
        name: 'feast',
        owner: 'group:default/ml-research',
        repository: 'ml-infra',
        environment: 'test',
        namespace: 'mlops',
        serviceAccount: 'feast',
      });
      await press('Next');
      await screen.findByRole('radio', { name: /^test/ });
      await press('Next');
      await screen.findByRole('checkbox', { name: /S3 buckets/ });
      await press('Next');
      // Said by the form in one theme, by the browser itself in the other.
      await waitFor(() =>
        expect([
          ...screen.queryAllByText(/Tick at least one kind of access/),
          ...screen.queryAllByRole('checkbox', { name: /S3/ }),
        ]).not.toHaveLength(0),
      );
      expect(screen.queryByText('What will exist')).toBeNull();
    });
  });
});
