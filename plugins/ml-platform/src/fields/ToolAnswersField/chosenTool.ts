import {
  toolDefinitions,
  type ToolDefinition,
} from '@ml-platform/plugin-ml-platform-common';

/** Options by which the field is told where its neighbours are stored. */
interface Options {
  toolField?: string;
  intentField?: string;
}

/** The tool that the form is about; undefined before one is chosen. */
export function chosenTool(
  formData: unknown,
  options: Options = {},
): { definition?: ToolDefinition; isChange: boolean } {
  const values = (formData ?? {}) as Record<string, unknown>;
  const tool = values[options.toolField ?? 'tool'];
  return {
    definition: toolDefinitions.find(({ id }) => id === tool),
    isChange: values[options.intentField ?? 'intent'] === 'change',
  };
}
