/** Title, help and placeholder: the template's own, else the field's defaults. */
export function fieldTexts(
  props: {
    schema: { title?: string; description?: string };
    uiSchema?: { [name: string]: unknown };
  },
  defaults: { title: string; description?: string; placeholder?: string },
): { label: string; description?: string; placeholder?: string } {
  const { schema, uiSchema } = props;
  const option = (name: string): string | undefined => {
    const options = uiSchema?.['ui:options'] as
      | { [name: string]: unknown }
      | undefined;
    const value = uiSchema?.[`ui:${name}`] ?? options?.[name];
    return typeof value === 'string' ? value : undefined;
  };
  return {
    label: option('title') ?? schema.title ?? defaults.title,
    description:
      option('description') ?? schema.description ?? defaults.description,
    placeholder: option('placeholder') ?? defaults.placeholder,
  };
}
