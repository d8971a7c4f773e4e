/** Text that is HTML already. */
export class Html {
  constructor(readonly text: string) {}
}

type Piece = Html | string | number | false | undefined | Piece[];

/** Template tag: whatever is put in is escaped unless it is `Html` itself. */
export function html(parts: TemplateStringsArray, ...values: Piece[]): Html {
  const text = parts.reduce(
    (before, part, index) => before + render(values[index - 1]) + part,
  );
  return new Html(text);
}

function render(value: Piece): string {
  if (value === false || value === undefined) return '';
  if (value instanceof Html) return value.text;
  if (Array.isArray(value)) return value.map(render).join('');
  return escapeHtml(String(value));
}

const ENTITIES: Record<string, string> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};

export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, char => ENTITIES[char]);
}
