import type { HumanDuration } from '@backstage/types';

export interface Config {
  /** Incident management. Everything has a default: the plugin starts without any of it. */
  incidents?: {
    /** Who answers for what, and who is told. */
    routing?: {
      /**
       * The group that hears of what nobody owns, such as `group:default/operations` or
       * `operations`. Without one such incidents are unrouted, and nobody is told.
       */
      lastResortGroup?: string;
      /** The most people told of one incident. Default 20. */
      maxPeople?: number;
      /**
       * The labels of alerts that may name an entity, the most telling first. Default:
       * backstage_io_component, component, service, app, job, namespace.
       */
      matchLabels?: string[];
    };
    /** How the catalog is read. */
    catalog?: {
      /** Between two readings of the whole catalog. Default 5 minutes. */
      refreshEvery?: HumanDuration | string;
      /** The label that says how much an entity matters. Default `linchpin.dev/tier`. */
      tierLabel?: string;
      /**
       * The annotation that says what alerts call an entity. Nothing needs it. Default
       * `linchpin.dev/alert-name`.
       */
      alertNameAnnotation?: string;
    };
  };
}
