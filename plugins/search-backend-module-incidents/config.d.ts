import type { SchedulerServiceTaskScheduleDefinitionConfig } from '@backstage/backend-plugin-api';

export interface Config {
  search?: {
    collators?: {
      /** How incidents and reviews come into the index of the search. */
      incidents?: {
        /** When they are read anew. Default every 10 minutes, the first time 3 s after the start. */
        schedule?: SchedulerServiceTaskScheduleDefinitionConfig;
      };
    };
  };
}
