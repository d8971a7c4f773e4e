import { Response } from 'express';
import { Page, renderPage } from './layout';

/** Sends a page with headers that let it load nothing from elsewhere. */
export function sendPage(
  response: Response,
  page: Page,
  options: { formTargets?: string[] } = {},
): void {
  const { formTargets = [] } = options;
  const policy = [
    "default-src 'none'",
    "style-src 'self'",
    "script-src 'self'",
    "img-src 'self' data:",
    // Browsers hold redirects after a form against this as well.
    ["form-action 'self'", ...formTargets].join(' '),
    "base-uri 'none'",
    "frame-ancestors 'none'",
  ].join('; ');
  response
    .set({
      'content-security-policy': policy,
      'x-content-type-options': 'nosniff',
      'referrer-policy': 'same-origin',
      'cache-control': 'no-store',
    })
    .type('html')
    .send(renderPage(page));
}
