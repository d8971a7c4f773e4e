import { useApiHolder } from '@backstage/frontend-plugin-api';
import { scaffolderApiRef } from '@backstage/plugin-scaffolder-react';
import { useParams } from 'react-router-dom';
import useAsync from 'react-use/esm/useAsync';
import type { TemplatePage } from './locateField';

const NO_PAGES: TemplatePage[] = [];

/**
 * The pages of the template that is open, as its address names it. Outside of
 * the Create page (the template editor) there are none, and places are named
 * without their page.
 */
export function useTemplatePages(): TemplatePage[] {
  const scaffolderApi = useApiHolder().get(scaffolderApiRef);
  const { namespace, templateName } = useParams();
  const { value } = useAsync(
    async () =>
      scaffolderApi && namespace && templateName
        ? scaffolderApi.getTemplateParameterSchema(
            `template:${namespace}/${templateName}`,
          )
        : undefined,
    [scaffolderApi, namespace, templateName],
  );
  return value?.steps ?? NO_PAGES;
}
