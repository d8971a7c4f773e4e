import { mockApis, renderInTestApp } from '@backstage/frontend-test-utils';
import { scmAuthApiRef } from '@backstage/integration-react';
import { catalogApiRef } from '@backstage/plugin-catalog-react';
import {
  SecretsContextProvider,
  useTemplateSecrets,
  type FieldExtensionOptions,
} from '@backstage/plugin-scaffolder-react';
import {
  Stepper,
  type FormField,
  type ScaffolderTheme,
} from '@backstage/plugin-scaffolder-react/alpha';
import type { JsonObject, JsonValue } from '@backstage/types';
import type { MlPlatformApi } from '@ml-platform/plugin-ml-platform-common';
import { mlPlatformApiRef } from '../api';
import { fakeMlPlatformApi } from './fakeMlPlatformApi';

function Secrets() {
  const { secrets } = useTemplateSecrets();
  return <output aria-label="secrets">{JSON.stringify(secrets)}</output>;
}

/**
 * Draws the scaffolder's own wizard with one page or several, as the Create page
 * does, and hands over what it submits.
 */
export function renderWizard(options: {
  fields: FormField[];
  steps: JsonObject[];
  formData?: Record<string, JsonValue>;
  theme?: ScaffolderTheme;
  api?: MlPlatformApi;
  getCredentials?: () => Promise<{ token: string; headers: {} }>;
  entities?: { kind: string; metadata: { name: string } }[];
}) {
  const submitted: Record<string, JsonValue>[] = [];
  const onCreate = jest.fn(async (values: Record<string, JsonValue>) => {
    submitted.push(values);
  });
  const getCredentials = jest.fn(
    options.getCredentials ??
      (async () => ({ token: 'token-of-dana', headers: {} })),
  );
  renderInTestApp(
    <SecretsContextProvider>
      <Stepper
        manifest={{
          title: 'Template',
          steps: options.steps.map((schema, index) => ({
            title: String(schema.title ?? `Page ${index + 1}`),
            schema,
          })),
        }}
        // What createFormField makes is opaque in types only.
        extensions={options.fields as unknown as FieldExtensionOptions[]}
        initialState={options.formData}
        onCreate={onCreate}
        formProps={{ EXPERIMENTAL_theme: options.theme ?? 'mui' }}
      />
      <Secrets />
    </SecretsContextProvider>,
    {
      apis: [
        [mlPlatformApiRef, options.api ?? fakeMlPlatformApi()],
        [scmAuthApiRef, { getCredentials }],
        [
          catalogApiRef,
          {
            getEntities: async () => ({
              items: (options.entities ?? []).map(entity => ({
                apiVersion: 'backstage.io/v1alpha1',
                ...entity,
              })),
            }),
          } as unknown as typeof catalogApiRef.T,
        ],
        mockApis.identity({
          userEntityRef: 'user:default/dana',
          ownershipEntityRefs: [
            'user:default/dana',
            'group:default/ml-research',
          ],
        }),
      ],
    },
  );
  return { submitted, getCredentials };
}

/** A page with one field named `value`. */
export function onePage(
  name: string,
  schema: JsonObject,
  required = false,
): JsonObject[] {
  return [
    {
      title: 'Page',
      type: 'object',
      properties: { [name]: schema },
      ...(required && { required: [name] }),
    },
  ];
}
