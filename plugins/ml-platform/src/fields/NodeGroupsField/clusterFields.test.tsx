import { screen } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { onePage, renderWizard } from '../../__testUtils__/renderWizard';
import { field as cidrField } from '../CidrField/field';
import { field as versionField } from '../EksVersionField/field';
import { field as addonsField } from '../AddonsField/field';
import { field as zonesField } from '../AvailabilityZonesField/field';
import { newNameProblem } from '../ClusterEnvironmentField/validation';
import type { VersionCatalog } from '@ml-platform/plugin-ml-platform-common';
import {
  environmentList,
  fakeMlPlatformApi,
} from '../../__testUtils__/fakeMlPlatformApi';
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

describe('EksVersionField of a portal that asks AWS', () => {
  const asked = (listEksVersions: () => Promise<VersionCatalog>) => {
    const api = { ...fakeMlPlatformApi(), listEksVersions };
    renderWizard({
      api,
      fields: [versionField],
      steps: onePage('kubernetesVersion', {
        type: 'string',
        'ui:field': 'EksVersionField',
      }),
      formData: { kubernetesVersion: '1.35' },
    });
  };

  it('offers what AWS has now', async () => {
    asked(async () => ({
      asOf: '2026-11-21',
      source: 'https://docs.aws.amazon.com/eks/',
      live: true,
      versions: [
        {
          version: '1.35',
          standardUntil: '2027-04-01',
          extendedUntil: '2028-04-01',
        },
      ],
    }));

    expect(
      await screen.findByText(
        /Standard support until 2027-04-01.*\(as AWS says now\)/,
      ),
    ).toBeInTheDocument();
  });

  it('offers the table that is shipped when the backend does not answer', async () => {
    asked(async () => {
      throw new Error('no answer');
    });

    expect(
      await screen.findByText(/Standard support until 2027-03-27.*dates of/),
    ).toBeInTheDocument();
  });
});

describe('NodeGroupsField', () => {
  function render(
    groups: (typeof GPU)[] | undefined,
    formData: Record<string, string> = {},
  ) {
    return renderWizard({
      fields: [nodeGroupsField],
      steps: onePage('nodeGroups', {
        type: 'array',
        items: { type: 'object' },
        'ui:field': 'NodeGroupsField',
      }),
      formData: { ...formData, ...(groups && { nodeGroups: groups }) },
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

  it('shows the taint and labels that GPU nodes get, and lets them be others', async () => {
    const { submitted } = render([GPU]);
    await userEvent.click(
      await screen.findByText('Disk, image, labels and taints of gpu'),
    );
    expect(
      screen.getByText(/nvidia\.com\/gpu=true:NO_SCHEDULE/),
    ).toBeInTheDocument();
    expect(
      screen.getByText(/ray\.io\/resource-type=gpu, nvidia\.com\/gpu=true/),
    ).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Add a taint' }));
    // The default is written down first, so that adding one does not lose it.
    expect(
      screen.getByRole('textbox', { name: 'Key of taint 1 of gpu' }),
    ).toHaveValue('nvidia.com/gpu');
    await userEvent.type(
      screen.getByRole('textbox', { name: 'Key of taint 2 of gpu' }),
      'team',
    );
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );

    expect(submitted).toMatchObject([
      {
        nodeGroups: [
          {
            taints: [
              { key: 'nvidia.com/gpu', value: 'true', effect: 'NO_SCHEDULE' },
              { key: 'team', effect: 'NO_SCHEDULE' },
            ],
          },
        ],
      },
    ]);
  });

  it.each([
    [{ intent: 'new-environment' }, /^Node group cpu$/],
    [{ intent: 'further-cluster' }, /^Node group gpu$/],
  ])('begins with the standard groups for %j', async (formData, group) => {
    render(undefined, formData);

    expect(
      await screen.findByRole('group', { name: group }),
    ).toBeInTheDocument();
  });

  it.each<[Record<string, string>, RegExp]>([
    [{ intent: 'change' }, /The node groups stay as they are/],
    [
      { intent: 'new-environment', copyFrom: 'prod' },
      /node groups of prod are taken over/,
    ],
  ])('leaves the groups alone for %j', async (formData, text) => {
    render(undefined, formData);

    expect(await screen.findByText(text)).toBeInTheDocument();
    expect(
      screen.queryByRole('group', { name: /^Node group (cpu|gpu)/ }),
    ).toBeNull();
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

describe('AddonsField', () => {
  it('takes an add-on of the list with its role', async () => {
    const { submitted } = renderWizard({
      fields: [addonsField],
      steps: onePage('addons', {
        type: 'array',
        items: { type: 'object' },
        'ui:field': 'AddonsField',
      }),
    });
    await userEvent.click(
      await screen.findByRole('button', { name: 'Add an add-on' }),
    );
    await userEvent.type(
      screen.getByRole('combobox', { name: /Name/ }),
      'aws-efs-csi-driver',
    );
    await userEvent.tab();
    await userEvent.type(
      screen.getByRole('textbox', { name: /Role/ }),
      'arn:aws:iam::111122223333:role/efs',
    );
    expect(screen.getByText(/For volumes on EFS/)).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', { name: 'Review' }));
    await userEvent.click(
      await screen.findByRole('button', { name: 'Create' }),
    );

    expect(submitted).toEqual([
      {
        addons: [
          {
            name: 'aws-efs-csi-driver',
            roleArn: 'arn:aws:iam::111122223333:role/efs',
          },
        ],
      },
    ]);
  });
});

describe('AvailabilityZonesField', () => {
  it.each([
    ['eu-west-2', ['eu-west-2a', 'eu-west-2b', 'eu-west-2c']],
    [
      'ap-northeast-1',
      ['ap-northeast-1a', 'ap-northeast-1c', 'ap-northeast-1d'],
    ],
  ])('offers the zones of %s', async (region, zones) => {
    renderWizard({
      fields: [zonesField],
      steps: onePage('availabilityZones', {
        type: 'array',
        items: { type: 'string' },
        'ui:field': 'AvailabilityZonesField',
      }),
      formData: { region },
    });

    expect(
      (await screen.findAllByRole('checkbox')).map(box =>
        box.getAttribute('value'),
      ),
    ).toEqual(zones);
  });
});

describe('newNameProblem', () => {
  it.each([
    ['qa', undefined],
    ['test', /There is an environment 'test' already/],
    // One that cannot be read is there all the same.
    ['staging', /There is an environment 'staging' already/],
    ['Staging.2', /lower-case letters/],
  ])('of %s', (name, problem) => {
    const found = newNameProblem(name, environmentList());

    expect(found ?? '').toMatch(problem ?? /^$/);
  });
});
