import { ProviderSchemas } from './ProviderSchemas';

/** The schemas as JSON with one argument of a resource a line, so that a change can be read. */
export function formatSchemas(schemas: ProviderSchemas): string {
  const sections = Object.entries(schemas).map(([section, entries]) => {
    const types = Object.entries(entries as Record<string, object>).map(
      ([type, content]) => {
        const lines = Object.entries(content).map(
          ([name, value]) =>
            `      ${JSON.stringify(name)}: ${JSON.stringify(value)}`,
        );
        return `    ${JSON.stringify(type)}: {\n${lines.join(',\n')}\n    }`;
      },
    );
    return `  ${JSON.stringify(section)}: {\n${types.join(',\n')}\n  }`;
  });
  return `{\n${sections.join(',\n')}\n}\n`;
}
