import { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** What ML Platform's inventory holds. */
      mlPlatform?: {
        /**
         * How often search reads the inventory anew. Default: every 10 minutes, for the
         * first time after one minute.
         */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
