import type { ScaffolderRJSFFieldProps } from '@backstage/plugin-scaffolder-react';

/** Title, help and placeholder: the template's own, else the field's defaults. */
export function fieldTexts(
  props: Pick<ScaffolderRJSFFieldProps, 'schema' | 'uiSchema'>,
  defaults: { title: string; description?: string; placeholder?: string },
): { label: string; description?: string; placeholder?: string } {
  const { schema, uiSchema } = props;
  const option = (name: string): string | undefined => {
    const value = uiSchema?.[`ui:${name}`] ?? uiSchema?.['ui:options']?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    label: option('title') ?? schema.title ?? defaults.title,
    description:
      option('description') ?? schema.description ?? defaults.description,
    placeholder: option('placeholder') ?? defaults.placeholder,
  };
}
