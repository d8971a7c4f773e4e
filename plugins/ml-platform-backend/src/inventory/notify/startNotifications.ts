import {
  DatabaseService,
  LoggerService,
  RootConfigService,
  RootInstanceMetadataService,
  SchedulerService,
} from '@backstage/backend-plugin-api';
import { NotificationService } from '@backstage/plugin-notifications-node';
import { AnnouncementStore } from './AnnouncementStore';
import { announce } from './announce';

/**
 * Has owners told of what fails and recovers, by one replica at a time; not at all
 * where there is no notifications plugin.
 */
export async function startNotifications(options: {
  config: RootConfigService;
  database: DatabaseService;
  instance: RootInstanceMetadataService;
  logger: LoggerService;
  notifications: NotificationService;
  scheduler: SchedulerService;
}): Promise<void> {
  const { config, database, instance, logger, notifications } = options;
  const wanted = config.getOptionalBoolean('mlPlatform.notifications.enabled');
  const plugins = await instance.getInstalledPlugins();
  const isInstalled = plugins.some(
    ({ pluginId }) => pluginId === 'notifications',
  );
  if (!(wanted ?? isInstalled)) {
    return;
  }
  const store = new AnnouncementStore(await database.getClient());
  await options.scheduler.scheduleTask({
    id: 'inventory-notifications',
    frequency: { seconds: 30 },
    timeout: { minutes: 5 },
    initialDelay: { seconds: 30 },
    scope: 'global',
    fn: () => announce({ store, notifications, logger }),
  });
}
