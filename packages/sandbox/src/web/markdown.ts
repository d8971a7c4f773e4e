import { Marked } from 'marked';
import sanitizeHtml from 'sanitize-html';
import { Html } from './html';

const TAGS =
  'h1 h2 h3 h4 h5 h6 p br hr ul ol li blockquote pre code em strong del ins sub sup kbd a table thead tbody tr th td details summary input span'.split(
    ' ',
  );

/**
 * Renders GitHub-flavoured Markdown. What people write is not trusted: only
 * harmless tags stay, and nothing is loaded from elsewhere.
 */
export function renderMarkdown(
  text: string,
  options: { linkBase?: string; breaks?: boolean } = {},
): Html {
  const { linkBase, breaks = false } = options;
  const marked = new Marked({ gfm: true, breaks, async: false });
  const raw = marked.parse(text) as string;
  return new Html(
    sanitizeHtml(raw, {
      allowedTags: TAGS,
      allowedAttributes: {
        a: ['href', 'rel', 'title'],
        code: ['class'],
        details: ['open'],
        input: ['type', 'checked', 'disabled', 'aria-label'],
        td: ['align'],
        th: ['align'],
      },
      allowedClasses: { code: ['language-*'] },
      allowedSchemes: ['http', 'https', 'mailto'],
      transformTags: {
        a: (tagName, attribs) => ({
          tagName,
          attribs: {
            ...attribs,
            href: resolveLink(attribs.href ?? '', linkBase),
            rel: 'nofollow noopener',
          },
        }),
        // Only the boxes of task lists.
        input: (tagName, attribs) => ({
          tagName,
          attribs: {
            type: 'checkbox',
            disabled: '',
            'aria-label': 'checked' in attribs ? 'done' : 'to do',
            ...('checked' in attribs && { checked: '' }),
          },
        }),
      },
    }),
  );
}

function resolveLink(href: string, base: string | undefined): string {
  const relative = !/^([a-z][a-z0-9+.-]*:|\/|#)/i.test(href);
  return base && relative ? `${base}/${href}` : href;
}
