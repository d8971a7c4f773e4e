/**
 * What AWS advises for an issue's code.
 *
 * @public
 */
export interface IssueFix {
  fix: string;
  link: string;
  /** AWS says that the thing has to be made anew. */
  final?: boolean;
}

const CLUSTER_PAGE =
  'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#cluster-health-status';
const NODE_GROUP_PAGE =
  'https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#troubleshoot-managed-node-groups';
const ADDON_PAGE =
  'https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonIssue.html';

function fixes(
  link: string,
  table: Record<string, string | { fix: string; final: true }>,
): Record<string, IssueFix> {
  return Object.fromEntries(
    Object.entries(table).map(([code, entry]) => [
      code,
      typeof entry === 'string' ? { fix: entry, link } : { ...entry, link },
    ]),
  );
}

const CLUSTER_ROLE =
  "Repair the cluster's role: its trust in eks.amazonaws.com, AmazonEKSClusterPolicy, and no explicit deny; see that the service-linked role AWSServiceRoleForAmazonEKS exists.";
const SUBNET_ADDRESSES =
  'Free addresses in the subnets, or associate other subnets that have some.';

/**
 * Issues of clusters (`ClusterIssueCode`).
 * Source: {@link https://docs.aws.amazon.com/eks/latest/userguide/troubleshooting.html#cluster-health-status}
 *
 * @public
 */
export const CLUSTER_ISSUE_FIXES: Record<string, IssueFix> = fixes(
  CLUSTER_PAGE,
  {
    AccessDenied: CLUSTER_ROLE,
    ClusterUnreachable:
      'Look at what stands between AWS and the API server: security groups, network ACLs and webhooks that time out.',
    ConfigurationConflict:
      'Undo the change made outside EKS that the message names, or make it through EKS.',
    Ec2SecurityGroupNotFound:
      'Give the cluster a security group that exists (UpdateClusterConfig), in place of the one that was deleted.',
    Ec2ServiceNotSubscribed: 'Subscribe the account to EC2 again.',
    Ec2SubnetNotFound:
      'Give the cluster subnets that exist (UpdateClusterConfig), in place of those that were deleted.',
    IamRoleNotFound: CLUSTER_ROLE,
    InsufficientFreeAddresses: SUBNET_ADDRESSES,
    InternalFailure:
      'The fault is on the side of AWS. Open a support case if it stays.',
    KmsGrantRevoked: {
      fix: 'The grant on the key that encrypts secrets is gone and cannot be given again: make the cluster anew and move what runs on it.',
      final: true,
    },
    KmsKeyDisabled: 'Enable the key that encrypts secrets.',
    KmsKeyMarkedForDeletion:
      'Cancel the deletion of the key that encrypts secrets, today: once it is deleted the cluster cannot be saved.',
    KmsKeyNotFound: {
      fix: 'The key that encrypts secrets was deleted, which cannot be undone: make the cluster anew and move what runs on it.',
      final: true,
    },
    Other:
      'Read the message; open a support case if it names nothing of yours.',
    ResourceLimitExceeded:
      'Raise the quota that the message names, or free what holds it.',
    ResourceNotFound: 'Make the resource that the message names again.',
    StsRegionalEndpointDisabled:
      "Enable the region's STS endpoint in the account settings of IAM.",
    UnsupportedVersion:
      'Update the cluster to a Kubernetes version that EKS supports.',
    VpcNotFound: {
      fix: "The cluster's VPC was deleted, which cannot be undone: make the cluster anew.",
      final: true,
    },
  },
);

const RECREATE_NODE_GROUP =
  'Make what was deleted again with the same settings; else make the node group anew.';

/**
 * Issues of managed node groups (`NodegroupIssueCode`). Codes without an entry
 * have no documented fix: their message is shown as it is.
 * Source: {@link https://docs.aws.amazon.com/eks/latest/APIReference/API_Issue.html}
 *
 * @public
 */
export const NODE_GROUP_ISSUE_FIXES: Record<string, IssueFix> = fixes(
  NODE_GROUP_PAGE,
  {
    AccessDenied:
      'Nodes or EKS are not let in by the API server: restore the ClusterRole and ClusterRoleBinding eks:node-manager, and the access entry of the node role.',
    AmiIdNotFound:
      "See that the launch template's AMI exists in the region and is shared with the account.",
    AsgInstanceLaunchFailures:
      'Read the activity of the Auto Scaling group: most often the zone is out of capacity or a quota is reached. Further instance types help.',
    AutoScalingGroupInstanceRefreshActive:
      'Wait for the instance refresh to end, or cancel it: EKS replaces nodes itself.',
    AutoScalingGroupInvalidConfiguration:
      'Undo what was changed on the Auto Scaling group by hand.',
    AutoScalingGroupNotFound: RECREATE_NODE_GROUP,
    AutoScalingGroupOptInRequired:
      'Subscribe the account to EC2 Auto Scaling in this region.',
    AutoScalingGroupRateLimitExceeded:
      'Too many calls to EC2 Auto Scaling from this account: find who makes them and slow them down.',
    ClusterUnreachable:
      'EKS cannot reach the API server: look at security groups, network ACLs and webhooks that time out.',
    Ec2InstanceTypeDoesNotExist:
      "Choose instance types that the region's zones offer (aws ec2 describe-instance-type-offerings).",
    Ec2LaunchTemplateDeletionFailure:
      'Delete the launch template by hand, once nothing uses it.',
    Ec2LaunchTemplateInvalidConfiguration:
      'Correct the launch template: EKS sets some of its fields itself and refuses them.',
    Ec2LaunchTemplateMaxLimitExceeded:
      'Delete launch templates that nothing uses, or raise the quota.',
    Ec2LaunchTemplateNotFound:
      'The launch template that EKS made was deleted: make the node group anew.',
    Ec2LaunchTemplateVersionMaxLimitExceeded:
      'Delete old versions of the launch template.',
    Ec2LaunchTemplateVersionMismatch:
      'Set the Auto Scaling group back to the launch template version that EKS made.',
    Ec2SecurityGroupDeletionFailure:
      'Remove what still refers to the security group.',
    Ec2SecurityGroupNotFound:
      "The cluster's security group was deleted, which cannot be undone: make the cluster anew.",
    Ec2SubnetInvalidConfiguration:
      'Let the subnet assign public addresses, or put the nodes into private subnets.',
    Ec2SubnetListTooLong: 'Name fewer subnets.',
    Ec2SubnetMissingIpv6Assignment:
      'Let the subnet assign IPv6 addresses: the cluster uses them.',
    Ec2SubnetNotFound: 'Make the node group anew in subnets that exist.',
    IamInstanceProfileNotFound: RECREATE_NODE_GROUP,
    IamLimitExceeded: 'Raise the IAM quota that the message names.',
    IamNodeRoleNotFound: RECREATE_NODE_GROUP,
    IamThrottling:
      'Too many calls to IAM from this account: find who makes them and slow them down.',
    InstanceLimitExceeded:
      'Raise the EC2 quota of vCPUs for this family and purchase option, or choose other instance types.',
    InsufficientFreeAddresses: SUBNET_ADDRESSES,
    InternalFailure:
      'The fault is on the side of AWS. Open a support case if it stays.',
    KubernetesLabelInvalid:
      "Correct the label in the node group's configuration: keys and values keep the rules of Kubernetes.",
    LimitExceeded:
      'Raise the quota that the message names, or free what holds it.',
    NodeCreationFailure:
      "Nodes start but do not join: look at the node role's policies, at the way from the subnet to the API server and the registry, and at user data.",
    NodeTerminationFailure:
      'Nodes could not be stopped: look at the activity of the Auto Scaling group.',
    PodEvictionFailure:
      'Pods hold a node that is being replaced: look at PodDisruptionBudgets that allow none to go.',
    SourceEc2LaunchTemplateNotFound:
      'The launch template that was given was deleted: make it again, or the node group with another.',
  },
);

/**
 * Issues of add-ons (`AddonIssueCode`).
 * Source: {@link https://docs.aws.amazon.com/eks/latest/APIReference/API_AddonIssue.html}
 *
 * @public
 */
export const ADDON_ISSUE_FIXES: Record<string, IssueFix> = fixes(ADDON_PAGE, {
  AccessDenied:
    'EKS may not change its objects in the cluster: restore the ClusterRole and ClusterRoleBinding eks:addon-manager.',
  AddonPermissionFailure:
    "Give the add-on's service account a role with the policy that the add-on's page names.",
  AddonSubscriptionNeeded: 'Subscribe to the add-on in AWS Marketplace.',
  AdmissionRequestDenied:
    "An admission webhook refuses the add-on's objects: let it pass those of kube-system.",
  ClusterUnreachable:
    'EKS cannot reach the API server: look at security groups, network ACLs and webhooks that time out.',
  ConfigurationConflict:
    'Fields were changed by hand: update with resolveConflicts OVERWRITE, or PRESERVE to keep them.',
  InsufficientNumberOfReplicas:
    'Its pods do not run: most often there is no node for them, or nodes are tainted. Look at their events.',
  InternalFailure:
    'The fault is on the side of AWS. Open a support case if it stays.',
  K8sResourceNotFound:
    'An object of the add-on was deleted: update with resolveConflicts OVERWRITE.',
  UnsupportedAddonModification:
    'Undo the change that the message names: the add-on does not support it.',
});
