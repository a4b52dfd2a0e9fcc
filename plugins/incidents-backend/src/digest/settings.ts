import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  WEEKDAYS,
  type DigestDay,
} from '@linchpin/backstage-plugin-incidents-common/history';

const ROOT = 'incidents.digest';

/**
 * When in the week owners are told how it was; `incidents.digest` of the config.
 *
 * @param zone - in which it is that hour
 * @returns undefined where they are not
 * @throws InputError naming the key
 */
export function readDigestDay(
  config: Config,
  zone: string,
): DigestDay | undefined {
  if (config.getOptional(ROOT) === false) {
    return undefined;
  }
  const said = config.getOptionalString(`${ROOT}.weekday`) ?? WEEKDAYS[0];
  const weekday = WEEKDAYS.find(day => day === said);
  if (!weekday) {
    throw new InputError(
      `${ROOT}.weekday: '${said}' is none of ${WEEKDAYS.join(', ')}`,
    );
  }
  const hour = config.getOptionalNumber(`${ROOT}.hour`) ?? 8;
  if (!(Number.isInteger(hour) && hour >= 0 && hour <= 23)) {
    throw new InputError(`${ROOT}.hour: must be a whole number from 0 to 23`);
  }
  return { weekday, hour, zone };
}
