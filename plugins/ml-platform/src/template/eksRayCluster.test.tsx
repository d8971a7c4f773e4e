import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { parse } from 'yaml';
import { findClusterRequestProblems } from '@ml-platform/plugin-ml-platform-common';
import { loadFormFields } from '../__testUtils__/loadFormFields';
import { renderWizard } from '../__testUtils__/renderWizard';

const template = parse(
  readFileSync(
    resolve(__dirname, '../../../../templates/eks-ray-cluster/template.yaml'),
    'utf8',
  ),
);

describe('templates/eks-ray-cluster', () => {
  it('asks for an environment page by page and gives what the action takes', async () => {
    const { submitted } = renderWizard({
      fields: await loadFormFields(),
      // The preview has tests of its own and needs the backend.
      steps: template.spec.parameters.slice(1, -1),
      formData: {
        repository: 'ml-infra',
        intent: 'new-environment',
        owner: 'group:default/ml-research',
      },
    });
    await userEvent.type(
      await screen.findByRole(
        'textbox',
        { name: /Name of the environment/ },
        // All fields of the template are drawn first, which takes a busy machine its time.
        { timeout: 20_000 },
      ),
      'qa',
    );
    await userEvent.click(screen.getByRole('checkbox', { name: 'eu-west-2a' }));
    await userEvent.click(screen.getByRole('checkbox', { name: 'eu-west-2c' }));
    await userEvent.type(
      screen.getByRole('textbox', { name: /AWS account/ }),
      '222233334444',
    );
    await userEvent.type(
      screen.getByRole('textbox', { name: /Addresses of the VPC/ }),
      '10.155.80.0/20',
    );
    expect(await screen.findByText('10.155.80.0/22')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    await screen.findByText(/API server reachable/);
    await userEvent.click(screen.getByRole('button', { name: 'Next' }));
    expect(
      await screen.findByText('g4dn.xlarge: 4 vCPU, 16 GiB, 1 × NVIDIA T4'),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );

    expect(submitted).toHaveLength(1);
    expect(submitted[0]).toMatchObject({
      environment: 'qa',
      availabilityZones: ['eu-west-2a', 'eu-west-2c'],
      region: 'eu-west-2',
      cidrBlock: '10.155.80.0/20',
      nodeGroups: [{ name: 'cpu' }, { name: 'gpu' }],
    });
    expect(findClusterRequestProblems(submitted[0])).toEqual([]);
  }, 60_000);
});
