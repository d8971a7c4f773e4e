import type { HealthStatus } from '@ml-platform/plugin-ml-platform-common';
import { render } from '@testing-library/react';
import { ItemHealth } from './ItemHealth';

it.each([
  ['healthy', undefined, 'Healthy', 'healthy'],
  ['healthy', true, 'Was healthy', 'unknown'],
  ['progressing', true, 'Was in progress', 'unknown'],
  ['unknown', true, 'Unknown', 'unknown'],
  ['failed', true, 'Failed', 'failed'],
] as [HealthStatus, true | undefined, string, string][])(
  '%s, stale: %s, reads %s',
  (status, stale, words, shown) => {
    const { container } = render(
      <ItemHealth item={{ health: { status, causes: [] }, stale }} />,
    );
    expect(container).toHaveTextContent(new RegExp(`^${words}$`));
    expect(container.firstChild).toHaveAttribute('data-status', shown);
  },
);
