import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';

/** How service history counts. */
export interface HistorySettings {
  /** Of the days, an IANA name. */
  zone: string;
}

const ZONE = 'incidents.history.zone';

/**
 * `incidents.history` of the config over the defaults.
 *
 * @throws InputError naming the key
 */
export function readHistorySettings(config: Config): HistorySettings {
  const zone = config.getOptionalString(ZONE) ?? 'UTC';
  try {
    Intl.DateTimeFormat(undefined, { timeZone: zone });
  } catch {
    throw new InputError(
      `${ZONE}: ${zone} is no time zone; it must be an IANA name such as Europe/Berlin`,
    );
  }
  return { zone };
}
