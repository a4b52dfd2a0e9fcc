import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  ALERT_SEVERITIES,
  DEFAULT_SEVERITY_GRADES,
  IMPACTS,
  PRIORITIES,
  URGENCIES,
  alertJudge,
  gradeOfPriority,
  type AlertGrade,
  type AlertPolicy,
  type AlertRule,
} from '@linchpin/backstage-plugin-incidents-common';
import { readDuration } from '../config/readDuration';
import { MEGABYTE, readSize } from '../http/readSize';
import type { AlertRetention } from './AlertPruner';

const ROOT = 'incidents.alerts';

/** Where the largest message is set. */
export const BODY_LIMIT = `${ROOT}.bodyLimit`;

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

const DISPOSITIONS = ['incident', 'quiet', 'record'] as const;

/** How alerts are taken in; `incidents.alerts` of the config. Times in milliseconds. */
export interface AlertsSettings extends AlertRetention {
  policy: AlertPolicy;
  /**
   * How long an incident takes further alerts while none of its own fires,
   * counted from when the last one ended. Undefined: as long as it is open.
   */
  correlationWindow?: number;
  /** How long after the resolve the same alert reopens its incident. */
  reopenWithin: number;
  /** The largest message, in bytes. */
  bodyLimit: number;
  /** The age of the oldest waiting message from which on new ones are refused. */
  overloadAfter: number;
}

/** @throws InputError naming the key */
export function readAlertsSettings(config: Config): AlertsSettings {
  const duration = (name: string) => readDuration(config, `${ROOT}.${name}`);
  return {
    policy: readPolicy(config),
    correlationWindow: duration('correlationWindow'),
    reopenWithin: duration('reopenWithin') ?? 30 * MINUTE,
    bodyLimit: readSize(config, BODY_LIMIT) ?? 10 * MEGABYTE,
    keepBodiesFor: duration('keepBodiesFor') ?? 30 * DAY,
    keepRecordsFor: duration('keepRecordsFor') ?? 90 * DAY,
    overloadAfter: duration('overloadAfter') ?? MINUTE / 2,
  };
}

function readPolicy(config: Config): AlertPolicy {
  const rules = config.getOptionalConfigArray(`${ROOT}.rules`) ?? [];
  const policy: AlertPolicy = {
    rules: rules.map((rule, index) =>
      readRule(rule, `${ROOT}.rules[${index}]`),
    ),
    severities: { ...DEFAULT_SEVERITY_GRADES },
  };
  for (const severity of ALERT_SEVERITIES) {
    const key = `${ROOT}.severities.${severity}`;
    const own = config.getOptionalConfig(key);
    if (own) {
      policy.severities[severity] = {
        ...policy.severities[severity],
        ...readGrade(own, key),
      };
    }
  }
  try {
    alertJudge(policy);
  } catch (error) {
    throw new InputError(`${ROOT}.${(error as Error).message}`);
  }
  return policy;
}

function readRule(config: Config, key: string): AlertRule {
  const name = config.getOptionalString('name');
  const match = config.getConfig('match');
  return {
    ...(name && { name }),
    match: Object.fromEntries(
      Object.entries(match.get<Record<string, unknown>>()).map(
        ([label, wanted]) => [
          label,
          readValues(wanted, `${key}.match.${label}`),
        ],
      ),
    ),
    disposition: readOneOf(config, 'disposition', key, DISPOSITIONS),
    ...readGrade(config, key),
  };
}

function readValues(wanted: unknown, key: string): string | string[] {
  if (typeof wanted === 'string') {
    return wanted;
  }
  if (Array.isArray(wanted) && wanted.every(v => typeof v === 'string')) {
    return wanted;
  }
  throw new InputError(`${key}: must be a text or a list of texts`);
}

function readGrade(config: Config, key: string): Partial<AlertGrade> {
  const parts = {
    ...(config.has('impact') && {
      impact: readOneOf(config, 'impact', key, IMPACTS),
    }),
    ...(config.has('urgency') && {
      urgency: readOneOf(config, 'urgency', key, URGENCIES),
    }),
  };
  if (!config.has('priority')) {
    return parts;
  }
  if (Object.keys(parts).length > 0) {
    throw new InputError(
      `${key}.priority: says impact and urgency in one word, so give either it or them`,
    );
  }
  return gradeOfPriority(readOneOf(config, 'priority', key, PRIORITIES));
}

function readOneOf<Value extends string>(
  config: Config,
  name: string,
  key: string,
  values: readonly Value[],
): Value {
  const said = config.getString(name);
  const value = values.find(known => known === said);
  if (!value) {
    throw new InputError(
      `${key}.${name}: '${said}' is none of ${values.join(', ')}`,
    );
  }
  return value;
}
