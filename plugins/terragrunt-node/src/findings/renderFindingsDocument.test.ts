import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { findingRules } from './registry';
import { renderFindingsDocument } from './renderFindingsDocument';

describe('renderFindingsDocument', () => {
  it('has a section for each rule', () => {
    const text = renderFindingsDocument(findingRules);

    expect(text.match(/^### `(.+)`$/gm)).toHaveLength(findingRules.length);
  });

  it('is what docs/findings.md holds (run generate:findings when it is not)', () => {
    const file = resolve(__dirname, '../../../../docs/findings.md');

    expect(readFileSync(file, 'utf-8')).toBe(
      renderFindingsDocument(findingRules),
    );
  });
});
