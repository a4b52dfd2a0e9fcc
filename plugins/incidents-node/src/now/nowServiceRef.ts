import {
  createServiceFactory,
  createServiceRef,
} from '@backstage/backend-plugin-api';

/**
 * The one source of time. Whatever depends on the time asks here, so that a test
 * or a demonstration can say what time it is.
 * @public
 */
export interface NowService {
  /** The present instant: ISO 8601 in UTC with milliseconds. */
  now(): string;
}

/**
 * The clock of this machine. Where several share a PostgreSQL, the plugin sets it
 * by the database's; any other source of time is taken as it is.
 * @public
 */
export const systemTime: NowService = {
  now: () => new Date(Date.now()).toISOString(),
};

/**
 * The {@link NowService}. Without a factory of its own a backend reads the
 * system's clock; one for the whole backend, so that all plugins agree.
 * @public
 */
export const nowServiceRef = createServiceRef<NowService>({
  id: 'incidents.now',
  scope: 'root',
  defaultFactory: async service =>
    createServiceFactory({
      service,
      deps: {},
      factory: () => systemTime,
    }),
});
