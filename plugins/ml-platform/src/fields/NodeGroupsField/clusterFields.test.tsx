import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field as cidrField } from '../CidrField/field';
import { field as versionField } from '../EksVersionField/field';
import { field as nodeGroupsField } from './field';

const GPU = {
  name: 'gpu',
  instanceTypes: ['g4dn.xlarge'],
  capacityType: 'SPOT',
  minSize: 0,
  desiredSize: 0,
  maxSize: 5,
};

describe('CidrField', () => {
  it('shows the split over the zones', async () => {
    renderWizard({
      fields: [cidrField],
      steps: onePage('cidrBlock', { type: 'string', 'ui:field': 'CidrField' }),
      formData: { region: 'eu-west-2', cidrBlock: '10.155.80.0/20' },
    });

    expect(await screen.findByText('10.155.80.0/22')).toBeInTheDocument();
    expect(screen.getByText('10.155.93.0/24')).toBeInTheDocument();
    expect(screen.getByRole('textbox')).toHaveAccessibleDescription(
      expect.stringContaining('in eu-west-2b: 1019 addresses'),
    );
  });

  it.each(['10.0.0.1/20', '10.0.0.0/28', 'here'])(
    'does not go on with %s',
    async cidrBlock => {
      const { submitted } = renderWizard({
        fields: [cidrField],
        steps: onePage('cidrBlock', {
          type: 'string',
          'ui:field': 'CidrField',
        }),
        formData: { cidrBlock },
      });
      await screen.findByRole('textbox');
      await userEvent.click(screen.getByRole('button', { name: 'Review' }));

      expect((await screen.findAllByText(/must be/)).length).toBeGreaterThan(0);
      expect(submitted).toEqual([]);
    },
  );
});

describe('EksVersionField', () => {
  it('says until when the chosen version is supported', async () => {
    renderWizard({
      fields: [versionField],
      steps: onePage('kubernetesVersion', {
        type: 'string',
        'ui:field': 'EksVersionField',
      }),
      formData: { kubernetesVersion: '1.35' },
    });

    expect(
      await screen.findByText(/Standard support until 2027-03-27/),
    ).toBeInTheDocument();
  });
});

describe('NodeGroupsField', () => {
  function render(groups: (typeof GPU)[]) {
    return renderWizard({
      fields: [nodeGroupsField],
      steps: onePage('nodeGroups', {
        type: 'array',
        items: { type: 'object' },
        'ui:field': 'NodeGroupsField',
      }),
      formData: { nodeGroups: groups },
    });
  }

  it('shows what the nodes of a group have', async () => {
    render([GPU]);

    expect(
      await screen.findByText('g4dn.xlarge: 4 vCPU, 16 GiB, 1 × NVIDIA T4'),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/Scales to zero; at most 5 nodes with 20 vCPU/),
    ).toBeInTheDocument();
  });

  it('adds and removes groups', async () => {
    render([GPU]);
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add a node group' }),
    );
    expect(screen.getAllByRole('textbox', { name: /^Name/ })).toHaveLength(2);
    await userEvent.click(
      screen.getByRole('button', { name: 'Remove node group gpu' }),
    );
    expect(screen.getAllByRole('textbox', { name: /^Name/ })).toHaveLength(1);
  });

  it('does not go on with an instance type that is none', async () => {
    const { submitted } = render([{ ...GPU, instanceTypes: ['g4nd.xlarge'] }]);
    await screen.findByRole('textbox', { name: /^Name/ });
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));

    expect(
      (await screen.findAllByText(/no instance type g4nd.xlarge/)).length,
    ).toBeGreaterThan(0);
    expect(submitted).toEqual([]);
  });
});
