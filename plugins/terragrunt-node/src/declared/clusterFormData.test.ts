import { parseClusterRequest } from '@ml-platform/plugin-ml-platform-common';
import { planCluster } from '../cluster';
import { registryRepository } from '../cluster/__testUtils__/repositories';
import { planContext } from '../workload/__testUtils__/repositories';
import { readPresentValues } from './readPresentValues';

const read = () =>
  readPresentValues(registryRepository(), planContext().repository, {
    kind: 'cluster',
    environment: 'dev',
    name: 'mlops-dev-cluster',
  });

describe('the form of a cluster', () => {
  it('opens with what the variables say, nodes included', async () => {
    const { formData, unshown } = await read();

    expect(formData).toMatchObject({
      environment: 'dev',
      intent: 'change',
      kubernetesVersion: '1.35',
      addons: [
        {
          name: 'aws-ebs-csi-driver',
          roleArn:
            'arn:aws:iam::111122223333:role/AmazonEKS_EBS_CSI_DriverRole',
        },
      ],
    });
    expect(formData.nodeGroups).toEqual([
      {
        name: 'gpu',
        instanceTypes: ['g4dn.xlarge'],
        amiType: 'AL2023_x86_64_NVIDIA',
        capacityType: 'SPOT',
        minSize: 0,
        desiredSize: 1,
        maxSize: 4,
      },
    ]);
    expect(unshown).toEqual([]);
  });

  it('changes nothing when it is sent as it opened', async () => {
    const { formData } = await read();
    const plan = await planCluster(
      parseClusterRequest(JSON.parse(JSON.stringify(formData))),
      registryRepository(),
      planContext(),
    );

    expect(plan.files).toEqual([]);
    expect(plan.operation).toBe('none');
  });

  it('changes one line when one value is another', async () => {
    const { formData } = await read();
    const plan = await planCluster(
      parseClusterRequest(
        JSON.parse(JSON.stringify({ ...formData, kubernetesVersion: '1.36' })),
      ),
      registryRepository(),
      planContext(),
    );

    const file = plan.files.find(({ path }) => path === 'env/dev/env.yaml');
    expect(file?.after).toBe(
      file?.before?.replace(
        'kubernetes_version: "1.35"',
        'kubernetes_version: "1.36"',
      ),
    );
    expect(file?.after).not.toBe(file?.before);
  });
});
