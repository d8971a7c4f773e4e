import { createHash } from 'node:crypto';
import { NotificationSendOptions } from '@backstage/plugin-notifications-node';
import {
  InventoryKind,
  inventoryItemPath,
} from '@ml-platform/plugin-ml-platform-common';
import { DueAnnouncement } from './AnnouncementStore';

const WORDS: Partial<Record<InventoryKind, string>> = {
  'eks-cluster': 'Cluster',
  'node-group': 'Node group',
  'ray-cluster': 'Ray cluster',
  'ray-job': 'Ray job',
  'ray-service': 'Ray service',
  'sagemaker-endpoint': 'Endpoint',
};

/** As many characters as the notifications plugin stores. */
const LONGEST_TITLE = 255;

/**
 * What an owner is told. What is said about the same thing takes the place of what was
 * said before, so that nobody's list grows with a thing that goes to and fro.
 */
export function notificationOf(due: DueAnnouncement): NotificationSendOptions {
  const { told, kind, id, name, clusterName, owner, message, fix } = due;
  const place =
    kind !== 'eks-cluster' && clusterName ? ` of ${clusterName}` : '';
  const hash = createHash('sha256').update(`${kind}:${id}`).digest('base64url');
  return {
    recipients: { type: 'entity', entityRef: owner },
    payload: {
      title: `${WORDS[kind] ?? 'Thing'} ${name}${place} ${
        told === 'failed' ? 'has failed' : 'is well again'
      }`.slice(0, LONGEST_TITLE),
      // Without one, what was said before would stay.
      description:
        told === 'failed'
          ? [message, fix].filter(Boolean).join(' ')
          : 'What had failed works again.',
      link: inventoryItemPath(due),
      severity: told === 'failed' ? 'high' : 'normal',
      topic: 'health',
      scope: `ml-platform:health:${hash}`,
    },
  };
}
