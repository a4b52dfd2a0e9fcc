import type { Config } from '@backstage/config';
import { InputError } from '@backstage/errors';
import {
  DEFAULT_REVIEW_POLICY,
  DEFAULT_TEMPLATE,
  type GateCheck,
  type ReviewPolicy,
  type ReviewTemplate,
  type SectionTemplate,
} from '@linchpin/backstage-plugin-incidents-common/reviews';

const ROOT = 'incidents.reviews';
const ID = /^[a-z][a-z0-9]*(-[a-z0-9]+)*$/;

/**
 * `incidents.reviews` of the config over the defaults.
 *
 * @param zone - of the working days
 * @throws InputError naming the key
 */
export function readReviewPolicy(config: Config, zone: string): ReviewPolicy {
  return {
    draftWithin: days(config, 'draftWithin', DEFAULT_REVIEW_POLICY.draftWithin),
    meetingWithin: days(
      config,
      'meetingWithin',
      DEFAULT_REVIEW_POLICY.meetingWithin,
    ),
    zone,
    template: readTemplate(config),
  };
}

function readTemplate(config: Config): ReviewTemplate {
  const key = `${ROOT}.template.sections`;
  const sections = config.getOptionalConfigArray(key)?.map(readSection);
  const ids = sections?.map(({ id }) => id) ?? [];
  const twice = ids.find((id, index) => ids.indexOf(id) !== index);
  if (twice) {
    throw new InputError(`${key}: there are two sections '${twice}'`);
  }
  if (sections?.length === 0) {
    throw new InputError(`${key}: a review has one section at least`);
  }
  return {
    sections: sections ?? DEFAULT_TEMPLATE.sections,
    gate: gate(config),
  };
}

function readSection(config: Config, index: number): SectionTemplate {
  const id = config.getString('id');
  if (!ID.test(id) || id.length > 40) {
    throw new InputError(
      `${ROOT}.template.sections[${index}].id: must be words in lower case joined by hyphens, such as went-well`,
    );
  }
  const title = config.getOptionalString('title');
  const known = DEFAULT_TEMPLATE.sections.find(section => section.id === id);
  if (!title && !known) {
    throw new InputError(
      `${ROOT}.template.sections[${index}].title: missing, and '${id}' has none by itself`,
    );
  }
  const prompts = config.getOptionalStringArray('prompts');
  return {
    id,
    ...(title && { title }),
    ...(prompts && { prompts }),
    required: config.getOptionalBoolean('required') ?? known?.required ?? false,
    internal: config.getOptionalBoolean('internal') ?? known?.internal ?? true,
  };
}

function gate(config: Config): readonly GateCheck[] {
  const key = `${ROOT}.template.gate`;
  const asked = config.getOptionalStringArray(key);
  const all = DEFAULT_TEMPLATE.gate;
  const unknown = asked?.find(item => !all.some(known => known === item));
  if (unknown) {
    throw new InputError(`${key}: '${unknown}' is none of ${all.join(', ')}`);
  }
  return (asked as GateCheck[] | undefined) ?? all;
}

function days(config: Config, name: string, usual: number): number {
  const key = `${ROOT}.${name}`;
  const asked = config.getOptionalNumber(key) ?? usual;
  if (!Number.isInteger(asked) || asked < 0 || asked > 365) {
    throw new InputError(`${key}: must be a number of working days, 0 to 365`);
  }
  return asked;
}
