/**
 * An add-on that EKS offers.
 *
 * @public
 */
export interface EksAddon {
  name: string;
  /** What it is for, in a few words. */
  purpose: string;
  /** Its service account needs a role. */
  needsRole?: boolean;
}

/**
 * The add-ons of AWS itself that EKS offers, besides those that every cluster gets.
 * Source: https://docs.aws.amazon.com/eks/latest/userguide/workloads-add-ons-available-eks.html
 *
 * @public
 */
export const EKS_ADDONS: EksAddon[] = [
  {
    name: 'aws-ebs-csi-driver',
    purpose: 'volumes on EBS disks',
    needsRole: true,
  },
  {
    name: 'aws-efs-csi-driver',
    purpose: 'volumes on EFS',
    needsRole: true,
  },
  {
    name: 'aws-fsx-csi-driver',
    purpose: 'volumes on FSx for Lustre',
    needsRole: true,
  },
  {
    name: 'aws-mountpoint-s3-csi-driver',
    purpose: 'volumes on S3 buckets',
    needsRole: true,
  },
  { name: 'snapshot-controller', purpose: 'snapshots of volumes' },
  {
    name: 'amazon-cloudwatch-observability',
    purpose: 'metrics and logs in CloudWatch',
    needsRole: true,
  },
  {
    name: 'adot',
    purpose: 'OpenTelemetry collectors',
    needsRole: true,
  },
  { name: 'eks-pod-identity-agent', purpose: 'roles for pods without OIDC' },
  { name: 'eks-node-monitoring-agent', purpose: 'health of nodes' },
  {
    name: 'aws-guardduty-agent',
    purpose: 'threats at run time, for GuardDuty',
  },
];
